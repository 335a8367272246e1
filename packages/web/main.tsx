import './data/zod-without-eval.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeRouter } from './router.tsx'
import { chosenLanguage, loadSentences, WordsProvider } from './text/words.tsx'
import '@fontsource/biz-udpgothic/400.css'
import '@fontsource/biz-udpgothic/700.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/layout.css'
import './ui/styles/controls.css'
import './ui/styles/pieces.css'
import './ui/styles/tables.css'
import './ui/styles/vendor-frame.css'
import './ui/styles/print.css'

const client = new QueryClient({ defaultOptions: { queries: { staleTime: 2000, retry: false } } })
const router = makeRouter(client)
const place = document.getElementById('root')

if (place) {
  const lang = chosenLanguage()
  const first = { lang, t: await loadSentences(lang) }
  createRoot(place).render(
    <StrictMode>
      <WordsProvider first={first}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </WordsProvider>
    </StrictMode>,
  )
}
