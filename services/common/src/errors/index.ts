export { DomainError, type DomainErrorOptions, type FieldViolation } from './domain-error.js';
export { type ErrorKind, errorKinds, kindOfGrpcStatus } from './error-kinds.js';
export {
  FIELDS_TOLD_MAX, ForbiddenError, InternalError, InvalidArgumentError, InvalidCursorError, invalidField, MessageTooLargeError, StaleVersionError, TimedOutError, TooManyAtOnceError,
  UnauthenticatedError, UnavailableError,
} from './general-errors.js';
export { fromGrpcError, toGrpcStatus } from './grpc-errors.js';
