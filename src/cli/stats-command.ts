import type { Command } from 'commander'
import type { StudyProgress } from '../shared/contract/study-procedures'
import { plural } from './plural'
import { print, withNotebook } from './session'

/** Adds `stats`. */
export function addStatsCommand(program: Command): void {
  program
    .command('stats')
    .description('show progress by section, what comes back when, streak and retention')
    .argument('<dir>', 'a notebook')
    .option('--json', 'print one JSON value')
    .action(stats)
}

async function stats(dir: string, options: { json?: true }): Promise<void> {
  const progress = await withNotebook(dir, client => client['study.progress']({}))
  await print(options.json, progress, () => describe(progress))
}

function describe(progress: StudyProgress): string {
  const { questions, answered, drafts, due, streak, time, retention } = progress
  return [
    `${answered} of ${questions} answered, ${plural(drafts, 'draft')}, ${due} due`,
    '',
    ...progress.sections.map(describeSection),
    '',
    `Due on each of the next 30 days: ${progress.dueForecast.map(({ answers }) => answers).join(' ')}`,
    `Streak: ${plural(streak.current, 'day')}, the longest ${plural(streak.longest, 'day')}`,
    `Time: ${Math.round(time.writingMinutes)} min writing, ${Math.round(time.reviewMinutes)} min reviewing, ${plural(time.interviews, 'mock interview')}`,
    describeRetention(retention),
  ].join('\n')
}

function describeSection(section: StudyProgress['sections'][number]): string {
  const { number, title, confidence, recall, due } = section
  const facts = [
    `${section.answered}/${section.questions}`,
    ...(confidence === null ? [] : [`confidence ${confidence.toFixed(1)}`]),
    ...(recall === null ? [] : [`recall ${percent(recall)}`]),
    ...(due === 0 ? [] : [`${due} due`]),
  ]
  return `${String(number).padStart(3)} ${title}: ${facts.join(', ')}`
}

function describeRetention({ target, weeks }: StudyProgress['retention']): string {
  const reviews = weeks.reduce((sum, week) => sum + week.reviews, 0)
  if (reviews === 0) return `Retention: nothing was reviewed twice yet; the target is ${percent(target)}`
  const recalled = weeks.reduce((sum, week) => sum + week.recalled * week.reviews, 0)
  return `Retention: ${percent(recalled / reviews)} of ${plural(reviews, 'review')} recalled; the target is ${percent(target)}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
