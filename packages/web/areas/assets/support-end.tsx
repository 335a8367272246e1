import { useWords } from '../../text/words.tsx'
import { ShortDate } from '../../ui/marks.tsx'

/** A day, or that the maker has named none. */
export function SupportEnd({ value }: { value: string | undefined }) {
  const { t } = useWords()
  if (value === undefined) return null
  if (value === 'none' || value === 'not-applicable') return <span className="second">{t('register.noDay')}</span>
  return <ShortDate day={value} />
}
