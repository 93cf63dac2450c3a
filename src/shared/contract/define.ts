import type { z } from 'zod'

/**
 * A request that a client can make. A query only reads and may be sent again after a reconnect;
 * a command may change something and must not be.
 */
export interface ProcedureSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
}

export type Procedures = Readonly<Record<string, ProcedureSpec>>
export type EventSpecs = Readonly<Record<string, z.ZodType>>

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): ProcedureSpec<I, O> {
  return { kind: 'query', input, output }
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): ProcedureSpec<I, O> {
  return { kind: 'command', input, output }
}

/** Who asked: the id of the window, tab or program that sent the request. */
export interface CallContext {
  readonly clientId: string
}

/** What the backend must supply: one function for each procedure. */
export type Handlers<P extends Procedures> = {
  readonly [K in keyof P]: (
    input: z.output<P[K]['input']>,
    context: CallContext,
  ) => Promise<z.input<P[K]['output']>>
}

/** What the renderer calls: the same names, over a transport. */
export type Client<P extends Procedures> = {
  readonly [K in keyof P]: (input: z.input<P[K]['input']>) => Promise<z.output<P[K]['output']>>
}

export type EventPayloads<E extends EventSpecs> = { readonly [K in keyof E]: z.output<E[K]> }
