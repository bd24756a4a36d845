import { bulkAssignBody, bulkDeleteBody, duplicates, idParams, undoable } from '../http/fields.dto.js';
import { pageQuery } from '../http/lists.dto.js';
import { route } from '../http/route.js';
import { timelinePage } from '../timeline/timeline.dto.js';
import * as dto from './companies.dto.js';

const tag = 'Companies';
const base = '/api/v1/companies';
const notFound = 'COMPANY_NOT_FOUND';

export const listCompanies = route({ method: 'GET', path: base, id: 'listCompanies', summary: 'List companies', tag, query: dto.companiesQuery, status: 200, response: dto.companyPage });
export const createCompany = route({ method: 'POST', path: base, id: 'createCompany', summary: 'Add a company', tag, body: dto.createCompanyBody, status: 201, response: dto.company, errors: ['DOMAIN_TAKEN', 'OWNER_NOT_FOUND'] });
export const getCompany = route({ method: 'GET', path: `${base}/{id}`, id: 'getCompany', summary: 'Read a company', tag, params: idParams, status: 200, response: dto.company, errors: [notFound] });
export const updateCompany = route({ method: 'PATCH', path: `${base}/{id}`, id: 'updateCompany', summary: 'Change a company', tag, params: idParams, body: dto.updateCompanyBody, status: 200, response: dto.company, errors: [notFound, 'STALE_VERSION', 'DOMAIN_TAKEN', 'OWNER_NOT_FOUND'] });
export const deleteCompany = route({ method: 'DELETE', path: `${base}/{id}`, id: 'deleteCompany', summary: 'Move a company to the bin', tag, params: idParams, status: 204, errors: [notFound] });
export const restoreCompany = route({ method: 'POST', path: `${base}/{id}/restore`, id: 'restoreCompany', summary: 'Bring a company back from the bin', tag, params: idParams, status: 200, response: dto.company, errors: [notFound, 'UNIQUE_VALUE_TAKEN'] });
export const bulkDeleteCompanies = route({ method: 'POST', path: `${base}/bulk-delete`, id: 'bulkDeleteCompanies', summary: 'Move many companies to the bin', tag, body: bulkDeleteBody, status: 200, response: undoable, errors: [notFound] });
export const bulkAssignCompanies = route({ method: 'POST', path: `${base}/bulk-assign`, id: 'bulkAssignCompanies', summary: 'Give many companies a new owner', tag, body: bulkAssignBody, status: 200, response: undoable, errors: [notFound, 'OWNER_NOT_FOUND'] });
export const findCompanyDuplicates = route({ method: 'GET', path: `${base}/duplicates`, id: 'findCompanyDuplicates', summary: 'Records that may be the same as the one being typed', tag, query: dto.companyDuplicatesQuery, status: 200, response: duplicates });
export const listCompanyTimeline = route({ method: 'GET', path: `${base}/{id}/timeline`, id: 'listCompanyTimeline', summary: 'What happened to a company, newest first', tag, params: idParams, query: pageQuery, status: 200, response: timelinePage, errors: ['RECORD_NOT_FOUND'] });
