import { type NoticeView, routes } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/api.ts'
import { sessionQuery } from '../data/queries.ts'
import { type Key, useWords } from '../text/words.tsx'
import { dateAndTime } from '../ui/show-date.ts'
import { useSession } from './rights.ts'

const says = {
  'password-reset': 'notice.password-reset',
  'envelope-opened': 'notice.envelope-opened',
  'outside-linked': 'notice.outside-linked',
} as const satisfies Readonly<Record<NoticeView['kind'], Key>>

/** Somebody has done something about how this person gets in: told until it has been read. */
export function Notices() {
  const { t, lang } = useWords()
  const client = useQueryClient()
  const notices = useSession()?.notices ?? []
  const read = useMutation({
    mutationFn: (id: string) => ask(routes.confirmNotice, { body: { id } }),
    onSettled: () => client.query({ ...sessionQuery, staleTime: 0 }),
  })
  return notices.map((notice) => (
    <div className="strip" role="status" key={notice.id}>
      <p>{t(says[notice.kind], { name: notice.name, at: dateAndTime(notice.at, lang) })}</p>
      <button type="button" className="button low" onClick={() => read.mutate(notice.id)}>
        {t('notice.read')}
      </button>
    </div>
  ))
}
