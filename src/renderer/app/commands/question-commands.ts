import { afterPaint } from '../../state/after-paint'
import { goToWrite } from '../../state/editor-info'
import { expectPlace, usePlace } from '../../state/place'
import type { PlacedQuestion } from '../../state/queries'
import { openDialog } from '../../state/view'
import { isWritable, questionAt, type CommandContext, type UngroupedCommand } from './command-context'

/** Moving among questions, and what can be done with the open one. */
export function questionCommands(context: CommandContext): UngroupedCommand[] {
  const { t, questions, place } = context
  const canChange = isWritable(context) && questionAt(place, questions) !== undefined
  return [
    {
      id: 'question.next',
      label: t('commands.nextQuestion'),
      shortcut: 'Alt+ArrowDown',
      isEnabled: questions.length > 0,
      run: () => step(context, 1),
    },
    {
      id: 'question.previous',
      label: t('commands.previousQuestion'),
      shortcut: 'Alt+ArrowUp',
      isEnabled: questions.length > 0,
      run: () => step(context, -1),
    },
    {
      id: 'question.nextUnanswered',
      label: t('commands.nextUnanswered'),
      isEnabled: questions.some(placed => placed.item.status !== 'answered'),
      run: () => goToNextUnanswered(context),
    },
    {
      id: 'question.answered',
      label: t('commands.markAnswered'),
      shortcut: 'Mod+Shift+Enter',
      isEnabled: canChange,
      run: () => void toggleAnswered(context),
    },
    { id: 'answer.link', label: t('answer.link'), isEnabled: canChange, run: () => openDialog('link-note') },
    {
      id: 'questions.import',
      label: t('commands.import'),
      isEnabled: isWritable(context),
      run: () => openDialog('import'),
    },
  ]
}

/** Of the place that was gone to last, which keys that are pressed quickly leave before it is shown. */
function openIndex(questions: readonly PlacedQuestion[]): number {
  const open = questionAt(usePlace.getState().place, questions)
  return open === undefined ? -1 : questions.indexOf(open)
}

function step({ questions }: CommandContext, offset: number): void {
  const index = Math.max(0, Math.min(questions.length - 1, openIndex(questions) + offset))
  goToQuestion(questions[index])
  const around = [questions[index - 1], questions[index + 1]].filter(next => next !== undefined)
  afterPaint(() => around.forEach(({ item }) => expectPlace({ kind: 'question', id: item.id })))
}

function goToNextUnanswered({ questions }: CommandContext): void {
  const index = openIndex(questions) + 1
  const inOrder = [...questions.slice(index), ...questions.slice(0, index)]
  goToQuestion(inOrder.find(placed => placed.item.status !== 'answered'))
}

function goToQuestion(placed: PlacedQuestion | undefined): void {
  if (placed === undefined) return
  goToWrite({ kind: 'question', id: placed.item.id })
}

async function toggleAnswered({ access, questions }: CommandContext): Promise<void> {
  const open = questionAt(usePlace.getState().place, questions)
  if (open === undefined) return
  const { item } = open
  const status = item.status === 'answered' ? 'draft' : 'answered'
  await access.client['questions.setStatus']({ id: item.id, status })
}
