import { StrictEmitter } from './unknown-members.ts'

/** `powerMonitor`: a machine on mains power with somebody at it. Tests emit its events. */
class StandInPowerMonitor
  extends StrictEmitter
  implements Pick<Electron.PowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower'>
{
  constructor() {
    super('powerMonitor')
  }

  getSystemIdleState = (): 'active' => 'active'
  getSystemIdleTime = (): number => 0
  isOnBatteryPower = (): boolean => false
}

/** `powerMonitor`. */
export const powerMonitor = new StandInPowerMonitor()
