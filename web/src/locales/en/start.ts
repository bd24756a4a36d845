export { default as common } from './common.json';
export { default as auth } from './auth.json';
