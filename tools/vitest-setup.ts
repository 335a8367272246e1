import * as fc from 'fast-check'

// The same cases on every machine, so that a change is judged by what it changes. FC_SEED=$RANDOM looks for new ones.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20261121) })
