import type { AssetId, CalendarDate, ClaimId, LineId, LinkId, MapPlaceId, RemotePathId, VpnId, ZoneId } from '../ids.ts'
import type { Confidence, Entry, Text } from '../record.ts'

/** Classes of trust, from outside to inside. `dmz` also holds the ends of VPNs; `eligibility` is the closed network of the eligibility check. */
export type Trust =
  | 'internet'
  | 'carrier'
  | 'partner'
  | 'eligibility'
  | 'dmz'
  | 'maintenance'
  | 'core'
  | 'server'
  | 'clinical'
  | 'medical-device'
  | 'office'
  | 'guest'

/** A zone (区画): devices that reach each other without passing a control. */
export interface Zone extends Entry {
  readonly id: ZoneId
  readonly name: string
  readonly trust: Trust
  /** Blocks of addresses: `10.18.20.0/24`. */
  readonly prefixes?: readonly string[]
  /** Numbers of VLANs, as switches print them. */
  readonly vlans?: readonly string[]
  /** Somebody holds that nothing outside can be reached from here. */
  readonly closed?: 'yes'
  readonly closedBy?: 'facility' | 'vendor'
  /** For the private use of staff or patients, not for work. */
  readonly privateUse?: 'yes'
  readonly note?: string
}

/** `physical`: a cable; `l2`: the same segment; `l3`: routed; `remote`: remote access; `wireless`: by radio. */
export type LinkLayer = 'physical' | 'l2' | 'l3' | 'remote' | 'wireless'

/** What stands on a link. `one-way` lets pass from the first end to the other alone; `router-rules` and `filter` hold back what nobody has allowed. */
export type LinkControl = 'router-rules' | 'filter' | 'one-way' | 'none' | 'unknown'

/** A link that a person has stated: between two zones, two devices, a device and a zone, or a line and a zone. One end of each kind is set. */
export interface Link extends Entry {
  readonly id: LinkId
  readonly fromZone?: ZoneId
  readonly fromAsset?: AssetId
  readonly fromLine?: LineId
  readonly toZone?: ZoneId
  readonly toAsset?: AssetId
  readonly layer: LinkLayer
  readonly control: LinkControl
  /** The day on which it was taken away; whatever sees it after that day makes it count again. */
  readonly cutOn?: CalendarDate
  readonly note?: string
}

/** Where a person has put something on the map; units are those of the drawing, from its upper left corner. Exactly one of zone, asset and line is set. */
export interface MapPlace extends Entry {
  readonly id: MapPlaceId
  readonly zone?: ZoneId
  readonly asset?: AssetId
  readonly line?: LineId
  readonly x: number
  readonly y: number
}

export interface NetworkSlices {
  readonly zones: readonly Zone[]
  readonly links: readonly Link[]
  readonly mapPlaces: readonly MapPlace[]
}

/** What holds for every zone of a class of trust; our own judgement. */
export interface TrustClass {
  readonly id: Trust
  readonly name: Text
  /** Row of the map, 0 outermost. */
  readonly tier: number
  /** Place among all classes, from outside to inside. */
  readonly order: number
  readonly about: Text
}

/** A way that must not be open: from any zone or outside of these classes to any zone of those. */
export interface ForbiddenPair {
  readonly id: string
  readonly from: readonly Trust[]
  readonly to: readonly Trust[]
  /** `internet-connected`: the start counts only where the internet can be gone to from it. */
  readonly when?: 'internet-connected'
  /** Pairs of a higher number are the graver. */
  readonly weight: number
  readonly reason: Text
  readonly confidence: Confidence
}

/** The first half of MAC addresses that a maker of mobile routers has been given. */
export interface MobileRouterMaker {
  readonly id: string
  readonly name: Text
  /** Upper case, six hexadecimal digits. */
  readonly ouis: readonly string[]
  readonly confidence: Confidence
}

export interface NetworkReference {
  readonly trustClasses: readonly TrustClass[]
  readonly forbiddenPairs: readonly ForbiddenPair[]
  readonly mobileRouterMakers: readonly MobileRouterMaker[]
}

/** A fact on which a node, a link or a hop rests. */
export interface NetworkFact {
  readonly slice: 'assets' | 'claims' | 'facility' | 'lines' | 'links' | 'remotePaths' | 'systems' | 'vpns' | 'zones'
  readonly id: string
  readonly field?: string
}

/** The far side of which port of which equipment a device was last seen on. */
export interface SeenPort {
  /** As the source calls the equipment that it asked. */
  readonly device: string
  readonly port: string
  readonly remotePort?: string
  readonly vlan?: string
  readonly by: 'mac-table' | 'lldp' | 'cdp'
  readonly claim: ClaimId
  readonly on?: CalendarDate
}

/** Where the latest sources saw a device; `id` is the asset's. What an earlier sight told and the latest no longer tells is left out. */
export interface Whereabouts {
  readonly id: AssetId
  readonly addresses: readonly { readonly ip: string; readonly claim: ClaimId; readonly on?: CalendarDate }[]
  /** Addresses of earlier sights that the latest no longer tells. */
  readonly left: readonly string[]
  readonly ports: readonly SeenPort[]
}

/**
 * A port of a switch behind which several devices hang without anything between them that the register or the switch knows;
 * `id` = `hub:<asset>:<port>`.
 */
export interface HubPort {
  readonly id: string
  readonly switch: AssetId
  readonly port: string
  /** VLAN of the port. */
  readonly vlan?: string
  /** Zones of that VLAN. */
  readonly zones: readonly ZoneId[]
  readonly members: readonly { readonly asset: AssetId; readonly seen: SeenPort }[]
}

/** The zones in which a device stands; `id` is the asset's. More than one: it joins them. */
export interface AssetZones {
  readonly id: AssetId
  readonly zones: readonly {
    readonly zone: ZoneId
    /** How it is known; a statement counts before what was seen. */
    readonly by: 'stated' | 'address' | 'vlan'
    readonly fact: NetworkFact
    /** Several zones claim the address or the VLAN: in which of them it stands, nobody knows. */
    readonly shared?: true
    /** Day of the sight behind it. */
    readonly on?: CalendarDate
  }[]
}

export type NodeKind = 'outside' | 'zone' | 'device' | 'hub'

/**
 * A point of the map. `id`: of an outside its line, VPN or remote path; of a zone or device its record; of a hub that nobody listed
 * `hub:<asset>:<port>`, the port of the switch behind which it hangs.
 */
export interface NetworkNode {
  readonly id: string
  readonly kind: NodeKind
  /** Of an outside and of a zone. */
  readonly trust?: Trust
  readonly line?: LineId
  readonly vpn?: VpnId
  readonly remotePath?: RemotePathId
  readonly zone?: ZoneId
  /** Of a device; of a hub the switch that saw it. */
  readonly asset?: AssetId
  readonly port?: string
  /** Of what is outside: zones of the devices that are worked on from there, to which a way may be open. */
  readonly serves?: readonly ZoneId[]
  /** Of a line or a VPN by which somebody's ways of working come: those tell what can be reached. */
  readonly carries?: 'yes'
  /** A device that goes to the internet by radio, past every line. */
  readonly mobile?: 'yes'
  /** A device that somebody has found and nobody has listed. */
  readonly unlisted?: 'yes'
  /** The devices behind a hub. */
  readonly behind?: readonly AssetId[]
  /** Number of devices of a zone. */
  readonly count?: number
  /** Latest day on which anything of it was seen or confirmed. */
  readonly on?: CalendarDate
}

/** How a link is known; `zone`: a device that stands in a zone. */
export type LinkEvidence = 'stated' | 'line' | 'vpn' | 'remote-path' | 'lldp' | 'cdp' | 'mac-table' | 'address' | 'zone'

/**
 * A link of the map, from all that is known of it. Ends are node ids, `from` before `to` in code units except for `one-way`.
 * `id`: that of the stated link, else `<from>~<to>`.
 */
export interface NetworkEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly layer: LinkLayer
  readonly control: LinkControl
  /** The control was stated, or is only what such a device usually does. */
  readonly assumed?: true
  readonly by: readonly LinkEvidence[]
  readonly facts: readonly NetworkFact[]
  readonly on?: CalendarDate
  /**
   * A cable that is drawn and told, and no way by itself: it joins switches and carries several zones, or it is the cable of a
   * device whose zone tells already what it reaches.
   */
  readonly trunk?: true
}

/** A point at which the facility can be reached from outside, with what stands behind it if it falls; `id` is that of the outside node. */
export interface Entrance {
  readonly id: string
  readonly asset?: AssetId
  readonly line?: LineId
  readonly exposure: 'internet' | 'closed' | 'remote' | 'unknown'
  /** What stands at the entrance: its kind of control. */
  readonly guarded: 'firewall' | 'router' | 'none' | 'unknown'
  readonly alwaysOn?: 'yes' | 'no'
  /** Zones that can be reached if this entrance is broken, nearest first. */
  readonly behind: readonly ZoneId[]
  readonly facts: readonly NetworkFact[]
}

/** What can be reached from a node without passing a control; `id` is the node's. `possible`: only past a link whose control nobody knows. */
export interface Reach {
  readonly id: string
  readonly zones: readonly { readonly zone: ZoneId; readonly hops: number; readonly possible?: true }[]
}

/** A way that must not be open and is; `id` = `<pair>|<start>|<target>`. */
export interface ForbiddenPath {
  readonly id: string
  readonly pair: string
  readonly start: string
  readonly target: string
  /** Some control on the way is not known. */
  readonly possible?: true
  /** From start to target: each link with the node to which it leads. */
  readonly hops: readonly { readonly edge: string; readonly to: string }[]
  /** What decides, in the order of the hops. */
  readonly facts: readonly NetworkFact[]
}

/** What nobody has said yet and the map needs; `id` = `<ask>|<subject>`. Asked one by one, in `order`. */
export interface NetworkQuestion {
  readonly id: string
  readonly ask:
    | 'zones'
    | 'zone-of-block'
    | 'zone-of-devices'
    | 'line-device'
    | 'link-control'
    | 'guest-zone'
    | 'eligibility-zone'
    | 'vpn-device'
    | 'remote-path-way'
  readonly subject: string
  /** Devices concerned. */
  readonly count?: number
  readonly order: number
}

export interface NetworkDerived {
  readonly whereabouts: readonly Whereabouts[]
  readonly hubPorts: readonly HubPort[]
  readonly assetZones: readonly AssetZones[]
  readonly networkNodes: readonly NetworkNode[]
  readonly networkEdges: readonly NetworkEdge[]
  readonly entrances: readonly Entrance[]
  readonly reach: readonly Reach[]
  readonly forbiddenPaths: readonly ForbiddenPath[]
  readonly networkQuestions: readonly NetworkQuestion[]
}
