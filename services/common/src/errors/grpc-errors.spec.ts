import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { DomainError } from './domain-error.js';
import { type ErrorKind, errorKinds } from './error-kinds.js';
import { fromGrpcError, toGrpcStatus } from './grpc-errors.js';

const fields = [{ field: 'emails[0].value', code: 'INVALID_EMAIL', message: 'Käse is no email address.' }];
const received = (code: number, metadata = new Metadata()): Error => Object.assign(new Error('14 UNAVAILABLE: 10.0.0.1:50051 refused'), { code, details: 'refused', metadata });

describe('errors on the wire', () => {
  it.each(Object.keys(errorKinds) as ErrorKind[])('carry %s with code, text, fields and details', (kind) => {
    const sent = new DomainError(kind, 'DEAL_IS_CLOSED', 'This deal is closed.', { fields, details: { dealId: '42' }, cause: new Error('select * from deal') });
    const { code, details, metadata } = toGrpcStatus(sent, 'crm');
    expect(details).toBe('DEAL_IS_CLOSED');
    const read = fromGrpcError(Object.assign(new Error(), { code, details, metadata }));
    expect(read).toMatchObject({ kind, code: 'DEAL_IS_CLOSED', message: 'This deal is closed.', fields, details: { dealId: '42' } });
    expect(JSON.stringify(metadata.toJSON())).not.toContain(Buffer.from('select').toString('base64').slice(0, 6));
  });

  it('read what the transport says without our details', () => {
    expect(fromGrpcError(received(status.UNAVAILABLE))).toMatchObject({ kind: 'unavailable', code: 'UNAVAILABLE' });
    expect(fromGrpcError(received(status.DEADLINE_EXCEEDED))).toMatchObject({ kind: 'timedOut', code: 'TIMED_OUT' });
    const large = Object.assign(received(status.RESOURCE_EXHAUSTED), { details: 'Received message larger than max (5 vs 4)' });
    expect(fromGrpcError(large)).toMatchObject({ kind: 'ruleBroken', code: 'MESSAGE_TOO_LARGE' });
    expect(fromGrpcError(received(status.CANCELLED))).toMatchObject({ kind: 'internal', code: 'INTERNAL' });
    expect(fromGrpcError(received(status.UNAVAILABLE)).message).not.toContain('10.0.0.1');
  });

  it('leave a detail behind that is too large for trailers', () => {
    const { code, details, metadata } = toGrpcStatus(new DomainError('staleVersion', 'STALE_VERSION', 'Changed.', { details: { current: 'ä'.repeat(10_000), id: '42' } }), 'crm');
    expect(fromGrpcError(Object.assign(new Error(), { code, details, metadata }))).toMatchObject({ code: 'STALE_VERSION', details: { id: '42' } });
    expect(metadata.get('grpc-status-details-bin')[0]!.length).toBeLessThan(1000);
  });

  it('survive details that cannot be read', () => {
    const metadata = new Metadata();
    metadata.set('grpc-status-details-bin', Buffer.from('ffffffff', 'hex'));
    expect(fromGrpcError(received(status.NOT_FOUND, metadata))).toMatchObject({ kind: 'internal' });
  });

  it('leave a DomainError as it is and hide anything else', () => {
    const error = new DomainError('notFound', 'DEAL_NOT_FOUND', 'There is no such deal.');
    expect(fromGrpcError(error)).toBe(error);
    expect(fromGrpcError(new TypeError('x is undefined'))).toMatchObject({ kind: 'internal', message: 'Something went wrong on our side.' });
  });
});
