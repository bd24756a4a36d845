import type { GrpcChannel, GrpcClient } from '@crm-vision/common/grpc-client';
import { InvitationServiceService } from '@crm-vision/proto/crm_vision/auth/invitations/v1/invitations';
import { MemberServiceService } from '@crm-vision/proto/crm_vision/auth/members/v1/members';
import { SessionServiceService } from '@crm-vision/proto/crm_vision/auth/sessions/v1/sessions';
import { UserServiceService } from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { WorkspaceServiceService } from '@crm-vision/proto/crm_vision/auth/workspaces/v1/workspaces';
import { CompanyServiceService } from '@crm-vision/proto/crm_vision/crm/companies/v1/companies';
import { ContactServiceService } from '@crm-vision/proto/crm_vision/crm/contacts/v1/contacts';
import { DealServiceService } from '@crm-vision/proto/crm_vision/crm/deals/v1/deals';
import { NoteServiceService } from '@crm-vision/proto/crm_vision/crm/notes/v1/notes';
import { PipelineServiceService } from '@crm-vision/proto/crm_vision/crm/pipelines/v1/pipelines';
import { RecordServiceService } from '@crm-vision/proto/crm_vision/crm/records/v1/records';
import { SampleDataServiceService } from '@crm-vision/proto/crm_vision/crm/sample_data/v1/sample_data';
import { SearchServiceService } from '@crm-vision/proto/crm_vision/crm/search/v1/search';
import { SettingsServiceService } from '@crm-vision/proto/crm_vision/crm/settings/v1/settings';
import { TaskServiceService } from '@crm-vision/proto/crm_vision/crm/tasks/v1/tasks';
import { TimelineServiceService } from '@crm-vision/proto/crm_vision/crm/timeline/v1/timeline';
import { UsageServiceService } from '@crm-vision/proto/crm_vision/crm/usage/v1/usage';

export const authServices = [SessionServiceService, UserServiceService, WorkspaceServiceService, MemberServiceService, InvitationServiceService];
export const crmServices = [
  CompanyServiceService, ContactServiceService, DealServiceService, PipelineServiceService, TaskServiceService, NoteServiceService,
  SearchServiceService, TimelineServiceService, RecordServiceService, SettingsServiceService, SampleDataServiceService,
  UsageServiceService,
];

/** The auth service, rpc by rpc. */
export class Auth {
  readonly sessions: GrpcClient<SessionServiceService>;
  readonly users: GrpcClient<UserServiceService>;
  readonly workspaces: GrpcClient<WorkspaceServiceService>;
  readonly members: GrpcClient<MemberServiceService>;
  readonly invitations: GrpcClient<InvitationServiceService>;

  constructor(channel: GrpcChannel) {
    this.sessions = channel.service(SessionServiceService);
    this.users = channel.service(UserServiceService);
    this.workspaces = channel.service(WorkspaceServiceService);
    this.members = channel.service(MemberServiceService);
    this.invitations = channel.service(InvitationServiceService);
  }
}

/** The crm service, rpc by rpc. */
export class Crm {
  readonly companies: GrpcClient<CompanyServiceService>;
  readonly contacts: GrpcClient<ContactServiceService>;
  readonly deals: GrpcClient<DealServiceService>;
  readonly pipelines: GrpcClient<PipelineServiceService>;
  readonly tasks: GrpcClient<TaskServiceService>;
  readonly notes: GrpcClient<NoteServiceService>;
  readonly search: GrpcClient<SearchServiceService>;
  readonly timeline: GrpcClient<TimelineServiceService>;
  readonly records: GrpcClient<RecordServiceService>;
  readonly settings: GrpcClient<SettingsServiceService>;
  readonly sampleData: GrpcClient<SampleDataServiceService>;
  readonly usage: GrpcClient<UsageServiceService>;

  constructor(channel: GrpcChannel) {
    this.companies = channel.service(CompanyServiceService);
    this.contacts = channel.service(ContactServiceService);
    this.deals = channel.service(DealServiceService);
    this.pipelines = channel.service(PipelineServiceService);
    this.tasks = channel.service(TaskServiceService);
    this.notes = channel.service(NoteServiceService);
    this.search = channel.service(SearchServiceService);
    this.timeline = channel.service(TimelineServiceService);
    this.records = channel.service(RecordServiceService);
    this.settings = channel.service(SettingsServiceService);
    this.sampleData = channel.service(SampleDataServiceService);
    this.usage = channel.service(UsageServiceService);
  }
}
