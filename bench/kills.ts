import { runKills } from '@mimamori/testing/process'

/** `npm run bench -- kills [COUNT]`: so many kills each of the server and of the database under twenty writers. */
export async function benchKills(count: number): Promise<boolean> {
  const writers = 20
  const { lost, changes, files, serverKills, databaseKills, restartMs } = await runKills({
    kills: count,
    writers,
    tell: (round, soFar) =>
      process.stdout.write(
        `  ${round}/${count * 2}: ${soFar.changes} changes, ${soFar.files} files acknowledged, ${soFar.lost.length} lost\n`,
      ),
  })
  const sorted = restartMs.toSorted((a, b) => a - b)
  const at = (share: number) => ((sorted[Math.floor(sorted.length * share)] ?? 0) / 1_000).toFixed(2)
  process.stdout.write(
    `kills: ${serverKills} of the server, ${databaseKills} of the database, ${writers} writers, ${changes} changes and ${files} files acknowledged, ${lost.length} lost; up again after ${at(0.5)} s (p95 ${at(0.95)} s)\n`,
  )
  for (const id of lost.slice(0, 20)) process.stdout.write(`  lost: ${id}\n`)
  return lost.length === 0
}
