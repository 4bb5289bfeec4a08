import { drawQr } from '#shared/qr.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A QR code for a place that is known in the browser only. `label` says what it opens. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { size, path } = drawQr(text);
  const ground = part('rect', { width: String(size), height: String(size), fill: '#fff' });
  const code = part('svg', {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges'
  });
  code.append(ground, part('path', { d: path, fill: '#000' }));
  return code;
}

function part<Name extends 'svg' | 'rect' | 'path'>(
  name: Name,
  attributes: Readonly<Record<string, string>>
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  return element;
}
