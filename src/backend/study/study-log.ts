import {
  foldStudyLog,
  unstudied,
  type QuestionStudy,
  type StudyState,
} from '../../shared/domain/study/fold-study-log'
import type { LocalTime } from '../../shared/domain/study/study-day'
import { studyEvent, type StudyEvent } from '../../shared/domain/study/study-event'
import type { NotebookService } from '../notebook/notebook-service'
import type { OpenNotebook } from '../notebook/open-notebook'
import type { BackendPorts } from '../ports'
import { localTime } from './local-time'

type Body<E extends StudyEvent> = E extends unknown
  ? Omit<E, 'id' | 'at' | 'offset' | 'device'> & {
      readonly id?: string
      readonly at?: number
      readonly offset?: number
    }
  : never
/**
 * An event before it has its place in the log; with an id where others that are added with it name it, with a time where it
 * is that of another one.
 */
export type NewStudyEvent = Body<StudyEvent>

/** A clock that was set back is followed when it is further behind the log than this. */
const longestClockStepMs = 5 * 60 * 1000

/** The study log of the open notebook: what it says, and the way to add to it. */
export class StudyLog {
  readonly #notebooks: NotebookService
  readonly #ports: BackendPorts
  readonly #folded = new WeakMap<readonly StudyEvent[], StudyState>()

  constructor(notebooks: NotebookService, ports: BackendPorts) {
    this.#notebooks = notebooks
    this.#ports = ports
  }

  /** What the log says now. */
  state(): StudyState {
    const { studyEvents } = this.#notebooks.notebook
    const known = this.#folded.get(studyEvents)
    if (known !== undefined) return known
    const state = foldStudyLog(studyEvents, this.#ports.now())
    this.#folded.set(studyEvents, state)
    return state
  }

  question(id: string): QuestionStudy {
    return this.state().questions.get(id) ?? unstudied
  }

  now(): LocalTime {
    return localTime(this.#ports.now())
  }

  /**
   * Adds events, one after the other in time where they have none, by one write; resolves to them once they are on disk.
   *
   * @throws AppError `notebook/read-only`, `storage/…`.
   */
  async append(bodies: readonly NewStudyEvent[], clientId: string | null): Promise<StudyEvent[]> {
    const { notebook } = this.#notebooks
    notebook.assertWritable()
    const events = await notebook.writes.run('study/', async () => {
      const added = this.#place(bodies, notebook)
      await notebook.studyStore.append(added)
      notebook.studyEvents = [...notebook.studyEvents, ...added]
      return added
    })
    this.#notebooks.questionsChanged(clientId)
    return events
  }

  #place(bodies: readonly NewStudyEvent[], notebook: OpenNotebook): StudyEvent[] {
    const { deviceId, studyEvents } = notebook
    const now = this.#ports.now()
    const last = studyEvents.reduce(
      (latest, { at, device }) => (device === deviceId ? Math.max(latest, at) : latest),
      0,
    )
    const first = last >= now && last - now < longestClockStepMs ? last + 1 : now
    return bodies.map((body, index) => {
      const time = localTime(first + index)
      return studyEvent.parse({ id: this.#ports.newId(), ...time, device: deviceId, ...body })
    })
  }
}
