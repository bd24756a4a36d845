export { isId, newId } from './ids.js';
