import { status } from '@grpc/grpc-js';
import { Catch, type ExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';

/** Passes on what CallInterceptor made of an error. Nest would turn it into UNKNOWN (nestjs/nest#5615). */
@Catch()
export class GrpcErrorFilter implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    const known = typeof error === 'object' && error !== null && 'code' in error && 'metadata' in error;
    return throwError(() => (known ? error : { code: status.INTERNAL, details: 'Something went wrong on our side.' }));
  }
}
