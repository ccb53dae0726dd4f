import { type Look, parseLook } from '../domain/mirror.ts';
import { requireMember } from '../domain/reference.ts';
import type { Context } from './context.ts';
import { errand, query } from './procedure.ts';

export const mirror = { keep: errand(keep), read: query(read) };

/** Keeps what the signed-in coach says of their own coaching, for them alone: it goes into no tab. */
function keep({ book, user, mirror: own }: Context, input: Look): { kept: true } {
  requireMember(book.reference(), user);
  own.look(parseLook(input));
  return { kept: true };
}

/** Everything that the signed-in coach has said of their own coaching. */
function read({ book, user, mirror: own }: Context): Look[] {
  requireMember(book.reference(), user);
  return own.looks();
}
