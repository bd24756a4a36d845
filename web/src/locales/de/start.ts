export { common } from './common.js';
export { auth } from './auth.js';
