import type { Simulation } from '../kernel/simulation.ts';
import type { Visit } from '../kernel/visits.ts';
import type { LinkConnection } from '../scenario/link.ts';
import { VisitQueue } from '../services/visit-queue.ts';

/** A connection of one client, open or being set up. */
class Connection {
  declare readonly number: number;
  /** Requests on it. */
  busy = 0;
  isReady = false;
  /** Among those with room for another request. */
  isListed = false;
  /** Since when nothing is on it, seconds. */
  idleSince = -0;
  /** The one below it in the list that it is in. */
  below: Connection | null = null;

  constructor(number: number) {
    this.number = number;
  }
}

/** What one client has. */
class ClientConnections {
  /** Connections, those being set up included. */
  open = 0;
  settingUp = 0;
  /** Requests that wait for a connection. */
  waiting = 0;
  readonly queue = new VisitQueue();
  /** The one used last of those with room. */
  top: Connection | null = null;
}

/** Who wants to use connections. Neither may answer before it returns. */
export interface ConnectionUser {
  /** The visit may set up a connection, and says `ready` or `release` in the end. */
  setUp(visit: Visit): void;
  /** The visit has a connection, until it says `release`. */
  send(visit: Visit): void;
}

/**
 * The connections of a link, client by client. A request takes the connection used last of
 * those with room, or sets up a new one, or waits when there are too many. `visit.note` is
 * the number of its connection. Lesson: The network between.
 */
export class Connections {
  declare private readonly simulation: Simulation;
  declare private readonly user: ConnectionUser;
  declare private readonly reuse: boolean;
  declare private readonly keepAliveSeconds: number;
  declare private readonly maximum: number;
  declare private readonly streams: number;
  /** False where all requests come from one caller. */
  declare private readonly perClient: boolean;
  private readonly clients = new Map<number, ClientConnections>();
  private readonly all: Connection[] = [];
  private free: Connection | null = null;
  /** Connections set up since the end of warm-up. */
  opened = 0;

  constructor(simulation: Simulation, user: ConnectionUser, connection: LinkConnection, perClient: boolean) {
    this.simulation = simulation;
    this.user = user;
    this.reuse = connection.reuse ?? true;
    this.keepAliveSeconds = connection.keepAliveSeconds ?? 60;
    this.maximum = connection.maximum ?? 1_000_000;
    this.streams = this.reuse ? (connection.streams ?? 1) : 1;
    this.perClient = perClient;
  }

  /** A visit wants a connection; it is told when. */
  request(visit: Visit): void {
    const client = this.clientOf(visit);
    client.queue.push(visit);
    client.waiting++;
    this.serve(client);
  }

  /** The visit's connection is set up. */
  ready(visit: Visit): void {
    const client = this.clientOf(visit);
    const connection = this.all[visit.note]!;
    client.settingUp--;
    connection.isReady = true;
    if (connection.busy < this.streams) this.list(client, connection);
    this.serve(client);
  }

  /** The visit needs its connection no more, or could not set it up. */
  release(visit: Visit): void {
    const client = this.clientOf(visit);
    const connection = this.all[visit.note]!;
    connection.busy--;
    if (!connection.isReady) client.settingUp--;
    if (!this.reuse || !connection.isReady) this.close(client, connection);
    else {
      connection.idleSince = this.simulation.now;
      if (!connection.isListed) this.list(client, connection);
    }
    this.serve(client);
  }

  private serve(client: ClientConnections): void {
    while (client.waiting > 0) {
      const connection = this.withRoom(client);
      // Those being set up have room for others of the queue.
      const isNeeded = client.waiting > client.settingUp * (this.streams - 1);
      if (connection === null && (client.open >= this.maximum || !isNeeded)) return;
      const visit = client.queue.shift()!;
      client.waiting--;
      if (connection === null) {
        const opened = this.open(client);
        opened.busy = 1;
        visit.note = opened.number;
        this.user.setUp(visit);
      } else {
        if (++connection.busy === this.streams) this.unlist(client);
        visit.note = connection.number;
        this.user.send(visit);
      }
    }
  }

  /** The connection used last that has room; those idle for too long are closed on the way. */
  private withRoom(client: ClientConnections): Connection | null {
    const latest = this.simulation.now - this.keepAliveSeconds;
    for (let top = client.top; top !== null; top = client.top) {
      if (top.busy > 0 || top.idleSince >= latest) return top;
      this.unlist(client);
      this.close(client, top);
    }
    return null;
  }

  private list(client: ClientConnections, connection: Connection): void {
    connection.isListed = true;
    connection.below = client.top;
    client.top = connection;
  }

  /** Takes the first off the list. */
  private unlist(client: ClientConnections): void {
    const connection = client.top!;
    connection.isListed = false;
    client.top = connection.below;
  }

  private open(client: ClientConnections): Connection {
    const connection = this.free ?? new Connection(this.all.length);
    if (this.free === null) this.all.push(connection);
    else this.free = connection.below;
    connection.isReady = connection.isListed = false;
    client.open++;
    client.settingUp++;
    this.opened++;
    return connection;
  }

  private close(client: ClientConnections, connection: Connection): void {
    client.open--;
    connection.below = this.free;
    this.free = connection;
  }

  private clientOf(visit: Visit): ClientConnections {
    const number = this.perClient ? visit.client : 0;
    let client = this.clients.get(number);
    if (client === undefined) this.clients.set(number, (client = new ClientConnections()));
    return client;
  }
}
