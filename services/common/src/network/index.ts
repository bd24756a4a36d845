export { addressKey, networkKey, plainAddress } from './address.js';
