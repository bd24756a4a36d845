import { Public } from '@crm-vision/common/grpc';
import { type KeyServiceController, KeyServiceControllerMethods, type ListSigningKeysResponse } from '@crm-vision/proto/crm_vision/auth/keys/v1/keys';
import { Controller } from '@nestjs/common';
import { SigningKeys } from './signing-keys.js';

@Controller()
@KeyServiceControllerMethods()
export class KeysController implements KeyServiceController {
  constructor(private readonly keys: SigningKeys) {}

  @Public()
  async listSigningKeys(): Promise<ListSigningKeysResponse> {
    return { jwks: JSON.stringify(await this.keys.fetchKeys()) };
  }
}
