import { currentActor } from '@crm-vision/common/context';
import { RunsEachTime } from '@crm-vision/common/database';
import {
  type ChangePasswordRequest, type ChangePasswordResponse, type UpdateUserRequest, type UpdateUserResponse, type UserServiceController, UserServiceControllerMethods,
} from '@crm-vision/proto/crm_vision/auth/users/v1/users';
import { Controller } from '@nestjs/common';
import { fromUpdateUser, toUserMessage } from './users.mapper.js';
import { UsersService } from './users.service.js';

@Controller()
@UserServiceControllerMethods()
export class UsersController implements UserServiceController {
  constructor(private readonly users: UsersService) {}

  async updateUser(request: UpdateUserRequest): Promise<UpdateUserResponse> {
    return { user: toUserMessage(await this.users.update(currentActor(), request.version, fromUpdateUser(request))) };
  }

  /** Nothing of two passwords and a session is kept; the same request again comes from a session that has ended. */
  @RunsEachTime()
  async changePassword({ currentPassword, newPassword, device, deviceToken }: ChangePasswordRequest): Promise<ChangePasswordResponse> {
    const { token, ...session } = await this.users.changePassword(currentActor(), { currentPassword, newPassword }, { device, deviceToken, replacedSessionToken: '' });
    return { sessionToken: token, ...session };
  }
}
