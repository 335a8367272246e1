import { useId } from 'react'
import { useWords } from '../text/words.tsx'

/** 「まとめて知らせる」: one mail a day at most, to whoever is reached at the address above. */
export function MailTogether({ value, save }: { value: 'yes' | undefined; save: (value: 'yes' | undefined) => void }) {
  const { t } = useWords()
  const help = useId()
  return (
    <div>
      <label className="tick">
        <input
          type="checkbox"
          checked={value === 'yes'}
          aria-describedby={help}
          onChange={(event) => save(event.target.checked ? 'yes' : undefined)}
        />
        {t('mail.together')}
      </label>
      <p className="small second" id={help}>
        {t('mail.together.help')}
      </p>
    </div>
  )
}
