import { date, isKnown, type Person } from '@mimamori/domain'
import { setFields, type Versioned } from '../../data/changes.ts'
import { useSaver } from '../../data/saving.tsx'
import { useToday } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SavedLine, ShortChoice } from '../../ui/field.tsx'

/** What makes a safety manager one in more than name: hours, a say in an emergency, training. */
export function ManagerFields({ person, mayWrite }: { person: Versioned<Person>; mayWrite: boolean }) {
  const { t } = useWords()
  const saver = useSaver()
  const today = date(useToday())
  const { securityHoursPerWeek: hours, securityAuthority, securityTrainedOn: trained } = person.record
  const set = (values: Parameters<typeof setFields<'people'>>[2]) => void saver.save([setFields('people', person, values)])
  function keepHours(text: string | undefined): void {
    const number = Number((text ?? '').normalize('NFKC'))
    if (text === undefined) set({ securityHoursPerWeek: undefined })
    else if (number >= 0 && number <= mostHours) set({ securityHoursPerWeek: number })
  }
  const choices = (['yes', 'no'] as const).map((value) => ({ value, label: t(value === 'yes' ? 'state.yes' : 'state.no') }))
  return (
    <section className="box-note stack">
      <h3>{t('manager.title')}</h3>
      <p className="small">{t('manager.says')}</p>
      <SavedLine
        label={t('manager.hours')}
        help={t('manager.hours.help')}
        readOnly={!mayWrite}
        inputMode="decimal"
        maxLength={4}
        value={hours === undefined ? undefined : String(hours)}
        save={keepHours}
      />
      <ShortChoice
        legend={t('manager.authority')}
        choices={choices}
        value={securityAuthority}
        choose={(value) => set({ securityAuthority: value === 'yes' ? 'yes' : 'no' })}
      />
      <DateField
        label={t('manager.trained')}
        readOnly={!mayWrite}
        withToday={false}
        value={isKnown(trained) ? trained : undefined}
        today={today}
        save={(securityTrainedOn) => set({ securityTrainedOn })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={trained === 'none'}
          onChange={({ target }) => set({ securityTrainedOn: target.checked ? 'none' : undefined })}
        />
        {t('manager.neverTrained')}
      </label>
    </section>
  )
}

const mostHours = 60
