/**
 * What the sidebar may ask for. A procedure is a plain function of a context and one value; its mark says what `rpc`
 * does around it. A `query` reads. A `command` runs under the sheet's lock; what it adds to the book is written and
 * looked at, and only then the function that it returns is asked for the answer. An `errand` does something outside the book (a calendar, the user's own
 * properties) and takes the lock only for what it has to record, so that no other service is waited for under the lock.
 */
import type { Json } from '../domain/json.ts';
import type { Context } from './context.ts';

export type Mark = 'query' | 'command' | 'errand';

// The input is unknown until the procedure has parsed it; `never` lets each declare the type its callers see.
type Run = (context: Context, input: never) => Json;
type Recording = (context: Context, input: never) => () => Json;
type Either = (context: Context, input: never) => Json | (() => Json);

export interface Procedure<F extends Either = Either> {
  readonly mark: Mark;
  readonly run: F;
}

export const query = <F extends Run>(run: F): Procedure<F> => ({ mark: 'query', run });
export const command = <F extends Recording>(run: F): Procedure<F> => ({ mark: 'command', run });
export const errand = <F extends Run>(run: F): Procedure<F> => ({ mark: 'errand', run });

/** A procedure as the sidebar calls it: without its context, as a promise. */
export type Call<P> =
  P extends Procedure<infer F>
    ? Parameters<F> extends [Context, infer Input]
      ? (input: Input) => Promise<Answer<F>>
      : () => Promise<Answer<F>>
    : never;

type Answer<F extends Either> = ReturnType<F> extends () => infer Output ? Output : ReturnType<F>;
