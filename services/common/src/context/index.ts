export { type Actor, type CallContext, currentActor, currentCall, type Role, runInCall } from './call-context.js';
