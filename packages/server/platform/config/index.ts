export { type Config, ConfigError, readConfig } from './config.ts'
export { type SettingName, settings } from './settings.ts'
