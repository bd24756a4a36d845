import { idParams } from '../http/fields.dto.js';
import { route } from '../http/route.js';
import * as dto from './sessions.dto.js';

const tag = 'Sign-in';

export const signUp = route({ method: 'POST', path: '/api/v1/auth/sign-up', id: 'signUp', summary: 'Sign up and make a workspace', description: 'Whoever has an account, and gives its password, makes the workspace with it. A refusal does not tell whether the email has one.', tag, cookie: true, access: 'public', limit: 'signIn', body: dto.signUpBody, status: 201, response: dto.signedUp, errors: ['SIGN_UP_REFUSED', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_COMMON'] });
export const signIn = route({ method: 'POST', path: '/api/v1/auth/sign-in', id: 'signIn', summary: 'Sign in', tag, cookie: true, access: 'public', limit: 'signIn', body: dto.signInBody, status: 200, response: dto.signedIn, errors: ['WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'NO_WORKSPACE'] });
export const signOut = route({ method: 'POST', path: '/api/v1/auth/sign-out', id: 'signOut', summary: 'End this session', tag, cookie: true, status: 204 });
export const getSession = route({ method: 'GET', path: '/api/v1/session', id: 'getSession', summary: 'Who is signed in, and what they may do', tag, cookie: true, status: 200, response: dto.session });
export const listDevices = route({ method: 'GET', path: '/api/v1/sessions', id: 'listSessions', summary: 'Where the caller is signed in', tag, query: dto.devicesQuery, status: 200, response: dto.devicePage });
export const revokeDevice = route({ method: 'DELETE', path: '/api/v1/sessions/{id}', id: 'revokeSession', summary: 'End one session of the caller', tag, params: idParams, status: 204, errors: ['SESSION_NOT_FOUND'] });
export const updateUser = route({ method: 'PATCH', path: '/api/v1/user', id: 'updateUser', summary: 'Change what the caller chose for themselves', description: 'Name, language, theme, shortcuts, time zone, and how dates, times and numbers are written. Null takes a choice back.', tag, body: dto.updateUserBody, status: 200, response: dto.user, errors: ['STALE_VERSION'] });
export const changePassword = route({ method: 'POST', path: '/api/v1/user/change-password', id: 'changePassword', summary: 'Change the password of the caller', description: 'Every session of the caller ends; a new one begins in the cookie of the answer, with another CSRF token.', tag, cookie: true, body: dto.changePasswordBody, status: 204, errors: ['WRONG_CREDENTIALS', 'TOO_MANY_ATTEMPTS', 'PASSWORD_TOO_SHORT', 'PASSWORD_TOO_COMMON'] });
export const updateWorkspace = route({ method: 'PATCH', path: '/api/v1/workspace', id: 'updateWorkspace', summary: 'Change the workspace', tag: 'Workspace', body: dto.updateWorkspaceBody, status: 200, response: dto.workspace, errors: ['STALE_VERSION'] });
