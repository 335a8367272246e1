import { routes } from '@mimamori/contract'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useWords } from '../../text/words.tsx'

/** The one file for companies and PCs that cannot come in here. */
export function ReplyPageFile() {
  const { t, lang } = useWords()
  return (
    <section className="stack small">
      <p>{t('requests.offline')}</p>
      <p>
        <DownloadButton route={routes.replyPage} input={{ query: { lang } }} name="mimamori-reply.html" look="button low">
          {t('requests.offline.get')}
        </DownloadButton>
      </p>
    </section>
  )
}
