import { routes, type StandardsView } from '@mimamori/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { upload } from '../../data/api.ts'
import { Page } from '../../frame/page.tsx'
import { useWords } from '../../text/words.tsx'
import { DropArea } from '../../ui/drop-area.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { standardsQuery } from '../answering/index.ts'
import { ReplyPageFile } from './reply-page-file.tsx'
import { RequestCard } from './request-card.tsx'
import { type ReadRequest, type RequestFile, standardToBegin } from './requests-state.ts'
import { SendReplies } from './send-replies.tsx'

/** 「依頼ファイルをまとめて読む」: many requests at once, one reply each; nothing is stored on the server. */
export function Requests() {
  const { t } = useWords()
  const standards = useQuery(standardsQuery)
  return (
    <Page title={t('requests.title')}>
      <Loaded query={standards}>{({ standards: all }) => <Content standards={all} />}</Loaded>
    </Page>
  )
}

function Content({ standards }: { standards: StandardsView['standards'] }) {
  const { t } = useWords()
  const [files, read] = useRequestFiles()
  const ready = files.all.filter((file): file is ReadRequest => file.state === 'read')
  const unread = files.all.filter((file) => file.state === 'unread').length
  const reading = files.all.find((file) => file.state === 'reading')
  return (
    <div className="stack loose">
      <p>{t('requests.says')}</p>
      <DropArea name={t('requests.area')} label={t('requests.choose')} kinds={t('requests.kinds')} read={read} />
      {files.all.length > 0 && (
        <p role="status">
          {reading
            ? t('requests.reading', { name: reading.name })
            : t('requests.counts', { files: files.all.length, read: ready.length, unread })}
        </p>
      )}
      {files.all.map((file) => (
        <FileCard key={file.key} file={file} standards={standards} change={files.change} drop={() => files.drop(file.key)} />
      ))}
      {ready.length > 0 && <SendReplies requests={ready} standards={standards} />}
      <ReplyPageFile />
    </div>
  )
}

function FileCard({
  file,
  standards,
  change,
  drop,
}: {
  file: RequestFile
  standards: StandardsView['standards']
  change: (file: RequestFile) => void
  drop: () => void
}) {
  const { t } = useWords()
  if (file.state === 'reading') return null
  if (file.state === 'read') return <RequestCard request={file} standards={standards} change={change} drop={drop} />
  return (
    <article className="card stack">
      <h2>{t('requests.unread', { name: file.name })}</h2>
      <Problem error={file.problem} />
      <p>
        <button type="button" className="button low" onClick={drop}>
          {t('requests.drop')}
        </button>
      </p>
    </article>
  )
}

interface Files {
  readonly all: readonly RequestFile[]
  readonly change: (file: RequestFile) => void
  readonly drop: (key: string) => void
}

let count = 0

/** Reads one file after the other; one that cannot be read does not keep the others from it. */
function useRequestFiles(): readonly [Files, (files: readonly File[]) => void] {
  const { t } = useWords()
  const client = useQueryClient()
  const [all, setAll] = useState<readonly RequestFile[]>([])
  const change = (file: RequestFile) => setAll((now) => now.map((one) => (one.key === file.key ? file : one)))
  async function read(chosen: readonly File[]): Promise<void> {
    const begun = chosen.map((file) => ({ file, key: String(++count), name: file.name }))
    setAll((now) => [...now, ...begun.map(({ key, name }) => ({ key, name, state: 'reading' as const }))])
    for (const { file, key, name } of begun) {
      try {
        const view = await upload(routes.readRequestFile, {}, file)
        // NOTE: the standard answers may have been saved a moment ago on another page; the list shown here can be older.
        const { standards } = await client.query({ ...standardsQuery, staleTime: 0 })
        change({ key, name, state: 'read', view, standard: standardToBegin(view, standards), own: {} })
      } catch (problem) {
        change({ key, name, state: 'unread', problem })
      }
    }
    announce(t('import.looked'))
  }
  const drop = (key: string) => setAll((now) => now.filter((one) => one.key !== key))
  return [{ all, change, drop }, (files) => void read(files)]
}
