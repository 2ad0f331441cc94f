import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryImage } from '../../../src/images/memory-image.js';
import { renderSvg } from '../../../src/images/render-svg.js';
import { toPageImage } from '../../../src/images/to-page-image.js';
import { renderInspectPage } from '../../../src/report/inspect-page/render-inspect-page.js';
import { makeScoredProblem } from '../../helpers/scored-problem.js';

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

async function makePage(): Promise<string> {
  const png = await renderSvg('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><rect width="200" height="100" fill="#fff"/><rect x="20" y="10" width="40" height="12" fill="#00f"/></svg>');
  return renderInspectPage(await makeScoredProblem(), [await toPageImage(createMemoryImage(png, 'prices.png'))]);
}

describe('renderInspectPage', () => {
  it('escapes all text and loads nothing from elsewhere', async () => {
    const page = await makePage();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('What do &lt;b&gt;two&lt;/b&gt; bowls &amp; a bag cost? {{x}}');
    expect(page.match(/(?:src|href)="(?!data:)/g)).toBeNull();
  });

  it('says that an image is missing', async () => {
    expect(renderInspectPage(await makeScoredProblem(), [null])).toContain('This image could not be read.');
  });
});

describe.skipIf(chromium === undefined)('renderInspectPage in headless Chromium (skipped where no Chromium is installed)', () => {
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'prm-page-')); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('draws the box of the evidence over its place, colours the steps, runs no injected script', async () => {
    const { chromium: browserType } = await import('playwright-core');
    const file = path.join(folder, 'page.html');
    writeFileSync(file, await makePage());
    const browser = await browserType.launch({ executablePath: chromium as string, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', () => complaints.push('dialog'));
      await page.goto(pathToFileURL(file).href);
      const image = await page.locator('.frame img').boundingBox();
      const box = await page.locator('.box rect').first().boundingBox();
      expect(image).not.toBeNull();
      const scale = (image?.width ?? 0) / 200;
      // The rectangle stands 2 pixels outside the place, and its stroke adds a little.
      expect(Math.abs((box?.x ?? 0) - ((image?.x ?? 0) + 18 * scale))).toBeLessThan(4);
      expect(Math.abs((box?.y ?? 0) - ((image?.y ?? 0) + 8 * scale))).toBeLessThan(4);
      expect(Math.abs((box?.width ?? 0) - 44 * scale)).toBeLessThan(6);
      expect(await page.locator('.step.bad').count()).toBe(1);
      await page.locator('.verdict.conflict').hover();
      expect(await page.locator('.box.lit').count()).toBe(1);
      await page.setViewportSize({ width: 360, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
