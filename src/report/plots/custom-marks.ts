/** What echarts hands to a mark that we draw ourselves. */
interface MarkApi {
  coord(point: readonly [number, number]): [number, number];
  value(dimension: number): number;
}

type Shape = Record<string, unknown>;

/** A series of marks of our own: `draw` is called for each row of `rows`. */
export function markSeries(rows: readonly (readonly number[])[], z: number, draw: (row: readonly number[], place: (x: number, y: number) => [number, number]) => Shape): Shape {
  return {
    type: 'custom', silent: true, z, clip: false, data: rows,
    renderItem: ({ dataIndex }: { dataIndex: number }, api: MarkApi) => draw(rows[dataIndex] ?? [], (x, y) => api.coord([x, y])),
  };
}

/** A filled band between two lines. @param points rows of x, low, high. */
export function bandSeries(points: readonly (readonly [number, number, number])[], fill: string): Shape {
  return {
    type: 'custom', silent: true, z: 1, clip: false, data: [0],
    renderItem: (_: unknown, api: MarkApi) => ({
      type: 'polygon',
      shape: { points: [...points.map(([x, low]) => api.coord([x, low])), ...points.toReversed().map(([x, , high]) => api.coord([x, high]))] },
      style: { fill, opacity: 0.14 },
    }),
  };
}

/** A straight line between two points of the plot. */
export function lineSeries(from: readonly [number, number], to: readonly [number, number], style: Shape): Shape {
  return markSeries([[...from, ...to]], 1, ([x1 = 0, y1 = 0, x2 = 0, y2 = 0], place) => {
    const [start, end] = [place(x1, y1), place(x2, y2)];
    return { type: 'line', shape: { x1: start[0], y1: start[1], x2: end[0], y2: end[1] }, style };
  });
}
