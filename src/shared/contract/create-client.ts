import { AppError, type AppErrorCode } from './app-error'
import type { Client, Procedures } from './define'
import type { Transport } from './wire'

/**
 * The typed client over a transport: one method for each procedure.
 *
 * A method throws an `AppError` with the code that came back. With `validateOutputs` (development and tests)
 * it also checks what came back against the contract.
 */
export function createClient<P extends Procedures>(
  procedures: P,
  transport: Transport,
  { validateOutputs = false }: { validateOutputs?: boolean } = {},
): Client<P> {
  const client: Record<string, unknown> = {}
  for (const [name, spec] of Object.entries(procedures)) {
    client[name] = async (input: unknown) => {
      const result = await transport.request(name, input)
      if (!result.ok) {
        const { code, data } = result.error
        throw new AppError(code as AppErrorCode, isRecord(data) ? data : {}, result.error.message)
      }
      return validateOutputs ? spec.output.parse(result.value) : result.value
    }
  }
  return client as Client<P>
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
