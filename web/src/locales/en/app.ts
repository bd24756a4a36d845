export { default as shell } from './shell.json';
export { default as onboarding } from './onboarding.json';
