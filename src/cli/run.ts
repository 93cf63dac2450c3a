import { Command, CommanderError } from 'commander'
import { applicationVersion } from '../backend/version'
import { isAppError } from '../shared/contract/app-error'
import { addCheckCommand, ProblemsFound } from './check-command'
import { errorWords } from './error-words'
import { addExportCommand } from './export-command'
import { addImportNotesCommand } from './import-notes-command'
import { addNotebookCommands } from './notebook-commands'
import { optionsBeforeWords } from './options-before-words'
import { addSearchCommand } from './search-command'
import { addServeCommand } from './serve-command'
import { addStatsCommand } from './stats-command'

// `writeOut` tells of failures; a reader that has seen enough of the help is none.
process.stdout.on('error', () => undefined)
process.exitCode = await run(process.argv.slice(2))

/** Runs one command; the exit code is 0 when it is done, 1 when it found problems, 2 for bad usage or input. */
async function run(args: readonly string[]): Promise<number> {
  const isDebug = args.includes('--debug')
  try {
    const [command, ...others] = args.filter(arg => arg !== '--debug')
    const own = command === 'search' ? optionsBeforeWords(others) : others
    await createProgram().parseAsync(command === undefined ? [] : [command, ...own], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof ProblemsFound) return 1
    process.stderr.write(`answerbook: ${describe(error)}\n`)
    if (isDebug) console.error(error)
    return 2
  }
}

function createProgram(): Command {
  const program = new Command('answerbook')
    .description(
      'A study workspace: a list of questions beside an editor, and your own answers as plain Markdown files',
    )
    .version(applicationVersion)
    .option('--debug', 'print the stack of an error')
  // What stands behind the name of a command is the command's: `search` has a `--` there.
  program.enablePositionalOptions()
  program.exitOverride().configureOutput({ writeErr: () => undefined, outputError: () => undefined })
  addNotebookCommands(program)
  addImportNotesCommand(program)
  addSearchCommand(program)
  addStatsCommand(program)
  addExportCommand(program)
  addCheckCommand(program)
  addServeCommand(program)
  for (const command of program.commands) command.copyInheritedSettings(program)
  return program
}

function describe(error: unknown): string {
  if (isAppError(error)) return errorWords(error)
  if (error instanceof CommanderError) return usageWords(error)
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'the port is in use: choose another with --port'
  return `something went wrong (${message.replace(/\s+/g, ' ')}): run again with --debug and report it`
}

function usageWords(error: CommanderError): string {
  if (error.code === 'commander.help') return 'no command was given: see "answerbook --help"'
  const problem = error.message
    .replace(/^error: /, '')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
  return `${problem}: see "answerbook --help"`
}
