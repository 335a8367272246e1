import { statfs } from 'node:fs/promises'

const wantedSharedBytes = 256 * 1024 * 1024

/** Containers often have 64 MB in /dev/shm, too little for parallel queries. */
async function sharedMemoryType(): Promise<string> {
  const info = await statfs('/dev/shm').catch(() => undefined)
  if (!info) return 'mmap'
  return info.bsize * info.bavail < wantedSharedBytes ? 'mmap' : 'posix'
}

/**
 * Settings on the command line, which nothing in the data folder can overrule. Logs carry neither statements nor
 * values: they could hold a person's words.
 */
export async function serverSettings(socketFolder: string, tcpPort?: number): Promise<Readonly<Record<string, string>>> {
  return {
    listen_addresses: tcpPort === undefined ? '' : '127.0.0.1',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: String(tcpPort ?? 5432),
    password_encryption: 'scram-sha-256',
    ssl: 'off',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    dynamic_shared_memory_type: process.platform === 'linux' ? await sharedMemoryType() : 'posix',
    shared_buffers: '64MB',
    effective_cache_size: '512MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    max_connections: '60',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    datestyle: 'ISO, YMD',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_statement: 'none',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_line_prefix: '%m [%p] ',
  }
}
