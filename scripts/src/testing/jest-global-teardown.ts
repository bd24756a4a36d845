import { stopKeptServers } from './jest-servers.js';

export default stopKeptServers;
