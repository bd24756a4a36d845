import { Metadata, type ServiceError, type StatusObject } from '@grpc/grpc-js';
import { BadRequest, ErrorInfo } from '@crm-vision/proto/google/rpc/error_details';
import { Status } from '@crm-vision/proto/google/rpc/status';
import { DomainError, type FieldViolation } from './domain-error.js';
import { errorKinds, kindOfGrpcStatus } from './error-kinds.js';
import { InternalError, MessageTooLargeError, TimedOutError, UnavailableError } from './general-errors.js';

const DETAILS_KEY = 'grpc-status-details-bin';
const ERROR_INFO = 'type.googleapis.com/google.rpc.ErrorInfo';
const BAD_REQUEST = 'type.googleapis.com/google.rpc.BadRequest';

/** Trailers beyond some 60 kB break the whole connection, and every call on it. A detail that is larger stays behind; whoever needs it reads it. */
const DETAIL_BYTES_MAX = 16 * 1024;

function smallDetails(details: DomainError['details']): Record<string, string> {
  return Object.fromEntries(Object.entries(details).filter(([, text]) => Buffer.byteLength(text) <= DETAIL_BYTES_MAX));
}

/**
 * A DomainError as a gRPC status with google.rpc.Status, ErrorInfo and BadRequest in its trailers. What proxies and traces write down is the code alone: the
 * message may name people.
 */
export function toGrpcStatus(error: DomainError, domain: string): StatusObject {
  const code = errorKinds[error.kind].grpc;
  const details = [
    { typeUrl: ERROR_INFO, value: Buffer.from(ErrorInfo.encode({ reason: error.code, domain, metadata: smallDetails(error.details) }).finish()) },
  ];
  if (error.fields.length > 0) {
    const fieldViolations = error.fields.map(({ field, code: reason, message }) => ({ field, reason, description: message }));
    details.push({ typeUrl: BAD_REQUEST, value: Buffer.from(BadRequest.encode({ fieldViolations }).finish()) });
  }
  const metadata = new Metadata();
  metadata.set(DETAILS_KEY, Buffer.from(Status.encode({ code, message: error.message, details }).finish()));
  return { code, details: error.code, metadata };
}

interface Details {
  message: string;
  info?: ErrorInfo;
  fields: FieldViolation[];
}

/** Bytes that are no status say nothing: whoever sent them is no service of ours. */
function decodeDetails(value: Buffer): Details {
  try {
    return readDetails(value);
  } catch {
    return { message: '', fields: [] };
  }
}

function readDetails(value: Buffer): Details {
  const { message, details } = Status.decode(value);
  const info = details.find(({ typeUrl }) => typeUrl === ERROR_INFO);
  const bad = details.find(({ typeUrl }) => typeUrl === BAD_REQUEST);
  return {
    message,
    ...(info && { info: ErrorInfo.decode(info.value) }),
    fields: bad ? BadRequest.decode(bad.value).fieldViolations.map(({ field, reason, description }) => ({ field, code: reason, message: description })) : [],
  };
}

/** What grpc-js says, on either side, of a message beyond its limit. */
const TOO_LARGE = /larger than max/;

function withoutDetails(error: ServiceError): DomainError {
  const kind = kindOfGrpcStatus(error.code);
  if (kind === 'timedOut') return new TimedOutError(error);
  if (kind === 'rateLimited' && TOO_LARGE.test(error.details)) return new MessageTooLargeError(error);
  if (kind === 'unavailable') return new UnavailableError(undefined, error);
  return new InternalError(error);
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'metadata' in error;
}

/** What a failed call means: the DomainError that the server threw, or what the transport says. */
export function fromGrpcError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (!isServiceError(error)) return new InternalError(error);
  const raw = error.metadata.get(DETAILS_KEY)[0];
  if (!Buffer.isBuffer(raw)) return withoutDetails(error);
  const { message, info, fields } = decodeDetails(raw);
  if (!info) return withoutDetails(error);
  return new DomainError(kindOfGrpcStatus(error.code), info.reason, message, { fields, details: info.metadata, cause: error });
}
