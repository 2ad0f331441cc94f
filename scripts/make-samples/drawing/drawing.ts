/** A finished drawing: an SVG document and its size in pixels. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
}
