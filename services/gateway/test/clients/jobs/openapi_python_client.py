import json
import os
import uuid

from api import Client
from api.api.companies import create_company, get_company, list_companies, update_company
from api.api.contacts import create_contact, get_contact
from api.api.pipelines import list_pipelines
from api.api.sign_in import get_session, sign_up
from api.models import (
    Address, CompanyConflict, CreateCompanyBody, CreateCompanyBodyCustom, CreateContactBody, CreateContactBodyCustom, CreateContactBodyEmailsItem,
    Money, SignUpBody, UpdateCompanyBody, UpdateCompanyBodyCustom,
)
from api.types import UNSET


def pages(client):
    conditions = [{"field": "name", "op": "startsWith", "value": "Job "}, {"field": "createdAt", "op": "within", "value": "-7d"}]
    found, cursor = [], UNSET
    while cursor is not None:
        page = list_companies.sync(client=client, filter_=json.dumps({"and": conditions}), sort="-name", limit=2, cursor=cursor)
        found.append([company.name for company in page.items])
        cursor = page.next_cursor
    return found


def main(origin):
    client = Client(base_url=origin, raise_on_unexpected_status=True)
    sign_up.sync(client=client, body=SignUpBody(email=f"{uuid.uuid4()}@example.com", password="seven tame otters juggle", name="Ada", workspace_name="Acme"))
    session = get_session.sync(client=client)
    client.get_httpx_client().headers["X-CSRF-Token"] = session.csrf_token

    custom = {"tier": "gold", "seats": 5, "tags": ["a", {"deep": None}]}
    company = create_company.sync(client=client, body=CreateCompanyBody(
        name="Job 1", annual_revenue=Money(amount="1000.00", currency="EUR"), address=Address(city="Köln", country="DE"), custom=CreateCompanyBodyCustom.from_dict(custom),
    ))
    for name in ["Job 2", "Job 3", "Other"]:
        create_company.sync(client=client, body=CreateCompanyBody(name=name))
    contact = create_contact.sync(client=client, body=CreateContactBody(
        first_name="Grace", emails=[CreateContactBodyEmailsItem(email="grace@example.com")], company_id=company.id, custom=CreateContactBodyCustom.from_dict({"vip": True}),
    ))

    # What was read is written back as it is, with one change.
    read = get_company.sync(company.id, client=client)
    change = UpdateCompanyBody(
        version=read.version, annual_revenue=read.annual_revenue, address=read.address, custom=UpdateCompanyBodyCustom.from_dict(read.custom.to_dict()), industry="Ships",
    )
    patched = update_company.sync_detailed(company.id, client=client, body=change, x_workspace_id=str(session.workspace.id))
    change.industry = "Rail"
    stale = update_company.sync_detailed(company.id, client=client, body=change)
    missing = get_contact.sync_detailed(company.id, client=client)
    after = patched.parsed
    return {
        "contact": {"company": contact.company.name, "custom": contact.custom.to_dict(), "email": contact.emails[0].email},
        "pages": pages(client),
        "patched": {"industry": after.industry, "annualRevenue": after.annual_revenue.to_dict(), "address": after.address.to_dict(), "custom": after.custom.to_dict()},
        "undoable": "Change-Set-Id" in patched.headers,
        "stale": isinstance(stale.parsed, CompanyConflict) and {"code": stale.parsed.code, "current": stale.parsed.current.industry},
        "missing": {"status": int(missing.status_code), "code": missing.parsed.code},
        "pipelines": list_pipelines.sync(client=client).next_cursor,
    }


print(json.dumps(main(os.environ["ORIGIN"])))
