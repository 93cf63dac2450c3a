import type { FrontMatterProblem } from '../../../shared/domain/front-matter'
import { useTranslation } from '../../ui/use-translation'

/** Says in few words where the properties of a note can't be read, and why. */
export function usePropertiesProblem(): (problem: FrontMatterProblem) => string {
  const { t } = useTranslation()
  return ({ reason, line }) => t('properties.problem', { line, reason: t(`properties.reason.${reason}`) })
}
