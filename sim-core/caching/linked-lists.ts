/**
 * Doubly linked lists that share one set of nodes, a node in at most one list at a time,
 * in arrays of integers. Each list is a ring that begins and ends at an anchor of its own
 * behind the nodes, so that no end is a special case. Everything takes constant time.
 */
export class LinkedLists {
  declare private readonly nodes: number;
  declare private readonly following: Int32Array;
  declare private readonly previous: Int32Array;
  declare private readonly listOfNode: Int32Array;
  declare private readonly sizes: Int32Array;

  /**
   * @param nodes how many nodes there are, numbered from 0
   * @param lists how many lists, numbered from 0; default 1
   */
  constructor(nodes: number, lists = 1) {
    this.nodes = nodes;
    this.following = new Int32Array(nodes + lists);
    this.previous = new Int32Array(nodes + lists);
    this.listOfNode = new Int32Array(nodes);
    this.sizes = new Int32Array(lists);
    this.clear();
  }

  sizeOf(list: number): number {
    return this.sizes[list]!;
  }

  /** The list that a node is in; the one it was in last when it is in none. */
  listOf(node: number): number {
    return this.listOfNode[node]!;
  }

  /** −1 when the list is empty. */
  first(list: number): number {
    return this.nodeOrNone(this.following[this.nodes + list]!);
  }

  /** The node behind one that is in a list; −1 when it is the last. */
  next(node: number): number {
    return this.nodeOrNone(this.following[node]!);
  }

  /** Puts a node that is in no list at the end of one. */
  append(list: number, node: number): void {
    this.link(list, this.previous[this.nodes + list]!, node);
  }

  /** Puts a node that is in no list at the beginning of one. */
  prepend(list: number, node: number): void {
    this.link(list, this.nodes + list, node);
  }

  /** Puts a node that is in no list right behind one that is. */
  insertAfter(place: number, node: number): void {
    this.link(this.listOfNode[place]!, place, node);
  }

  /** Takes a node out of the list that it is in. */
  remove(node: number): void {
    const before = this.previous[node]!;
    const behind = this.following[node]!;
    this.following[before] = behind;
    this.previous[behind] = before;
    this.sizes[this.listOfNode[node]!]!--;
  }

  /** Takes a node out of the list that it is in and puts it at the end of one. */
  moveToEnd(list: number, node: number): void {
    this.remove(node);
    this.append(list, node);
  }

  clear(): void {
    this.sizes.fill(0);
    for (let list = 0; list < this.sizes.length; list++) {
      const anchor = this.nodes + list;
      this.following[anchor] = this.previous[anchor] = anchor;
    }
  }

  private nodeOrNone(place: number): number {
    return place < this.nodes ? place : -1;
  }

  private link(list: number, before: number, node: number): void {
    const behind = this.following[before]!;
    this.following[before] = this.previous[behind] = node;
    this.previous[node] = before;
    this.following[node] = behind;
    this.listOfNode[node] = list;
    this.sizes[list]!++;
  }
}
