import { expect, test } from 'vitest'
import { Preferences } from '../../../../src/backend/settings/preferences'
import { fixedNow, memoryPorts } from '../../../support/memory-ports'

/** Settings on a disk that is full. */
const full = memoryPorts({
  settings: {
    get: () => undefined,
    set: () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    },
  },
})

test('a notebook is opened though that can not be remembered (a full disk kept it shut)', () => {
  const preferences = new Preferences(full)
  preferences.rememberNotebook({ path: '/n', title: 'N', openedAt: fixedNow })
  expect(preferences.deviceId()).toBe(preferences.deviceId())
})

test('settings that can not be kept are told', () => {
  expect(() => new Preferences(full).updateSettings({ theme: 'dark' })).toThrow('storage/disk-full')
})
