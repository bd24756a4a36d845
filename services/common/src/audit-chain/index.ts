export { type ChainVerdict, sealedColumns, sealOf, type SealedEntry, verifyChain } from './audit-chain.js';
