import type { Command } from '../command.ts'

/** Each command is loaded only when it is called, so that `assess` starts without the server. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./assess.ts')).assessCommand,
  inventory: async () => (await import('./inventory.ts')).inventoryCommand,
  network: async () => (await import('./network.ts')).networkCommand,
  risk: async () => (await import('./risk.ts')).riskCommand,
  vuln: async () => (await import('./vuln.ts')).vulnCommand,
  'budget-norm': async () => (await import('./budget-norm.ts')).budgetNormCommand,
  quotes: async () => (await import('./quotes.ts')).quotesCommand,
  loss: async () => (await import('./loss.ts')).lossCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  paper: async () => (await import('./paper.ts')).paperCommand,
  pack: async () => (await import('./paper.ts')).packCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  feeds: async () => (await import('./feeds.ts')).feedsCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  tls: async () => (await import('./tls.ts')).tlsCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
}

export const commandNames: readonly string[] = Object.keys(loaders)

export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined
}
