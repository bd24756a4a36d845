import { route } from '../http/route.js';
import * as dto from './sample-data.dto.js';

const tag = 'Sample data';
const path = '/api/v1/sample-data';
const deadlineMs = 30_000;

export const getSampleData = route({ method: 'GET', path, id: 'getSampleData', summary: 'Is sample data loaded?', tag, status: 200, response: dto.sampleData });
export const loadSampleData = route({ method: 'POST', path, id: 'loadSampleData', summary: 'Add sample records', tag, deadlineMs, status: 201, response: dto.sampleData, errors: ['SAMPLE_DATA_ALREADY_LOADED'] });
export const removeSampleData = route({ method: 'DELETE', path, id: 'removeSampleData', summary: 'Take exactly the sample records away', tag, deadlineMs, status: 204 });
