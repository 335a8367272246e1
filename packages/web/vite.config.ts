import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const apiAt = process.env['MIMAMORI_API'] ?? 'http://localhost:4646'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), bundledFace()],
  build: {
    outDir: '../../.build/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    chunkSizeWarningLimit: 800,
  },
  server: { port: 4650, proxy: { '/api': apiAt } },
})

/**
 * The pieces of BIZ UDPGothic under a name of their own, so that an installed face goes first; without the older WOFF
 * copies, which no browser that runs these screens asks for.
 */
function bundledFace(): Plugin {
  return {
    name: 'bundled-face',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource\/biz-udpgothic\/\d+\.css$/.test(id)) return undefined
      return code.replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '').replace(/'BIZ UDPGothic'/g, "'BIZ UDPGothic Web'")
    },
  }
}
