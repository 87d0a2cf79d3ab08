import { drawCanvas } from '../../templates/builder/canvas/drawCanvas';

const node = (name: string, x: number, type = 'n8n-nodes-base.set') => ({
	name,
	type,
	position: [x, 0],
});
const FLOW = {
	name: 'Two steps',
	nodes: [node('First', 0), node('Second', 240)],
	connections: { First: { main: [[{ node: 'Second', type: 'main', index: 0 }]] } },
};

describe('drawCanvas', () => {
	it('draws a card for each node, and a wire for each connection', () => {
		const svg = drawCanvas(FLOW);

		expect(svg.match(/rx="10"/g)).toHaveLength(2);
		expect(svg.match(/<path/g)).toHaveLength(1);
		expect(svg).toContain('First');
	});

	it('says what it shows to those who cannot see it', () => {
		expect(drawCanvas(FLOW)).toContain('aria-label="Canvas of Two steps: 2 nodes"');
	});

	it('shows names as text, whatever is in them', () => {
		const svg = drawCanvas({ ...FLOW, nodes: [node('<script>alert(1)</script>', 0)] });

		expect(svg).not.toContain('<script');
	});

	it('leads a wire back around below the nodes, as n8n does, and not across them', () => {
		const back = { Second: { main: [[{ node: 'First', type: 'main', index: 0 }]] } };

		const [, path = ''] = / d="([^"]*)"/.exec(drawCanvas({ ...FLOW, connections: back })) ?? [];

		// Below the names, which end 136 pixels below the top of their nodes.
		expect(path).toMatch(/^M336 48H\d+.*V162q.*H-\d+/);
	});

	it('shows what a note says in lines that stay on it, without the marks of Markdown', () => {
		const content = `# Hand over\n### Setup\n1. **Publish** the \`flow\`. ${'And so on. '.repeat(40)}`;
		const note = {
			...node('Note', 0, 'n8n-nodes-base.stickyNote'),
			parameters: { content, width: 400, height: 200 },
		};

		const svg = drawCanvas({ ...FLOW, nodes: [note] });

		const lines = [...svg.matchAll(/<text[^>]*y="(\d+)"[^>]*>([^<]*)</g)];
		expect(lines.map(([, , text]) => text).slice(0, 3)).toEqual([
			'Hand over',
			'Setup',
			expect.stringMatching(/^1\. Publish the flow\. And so/),
		]);
		expect(lines.length).toBeLessThan(9);
		for (const [, below, text = ''] of lines) {
			expect(Number(below)).toBeLessThanOrEqual(200);
			expect(text.length).toBeLessThan(42);
		}
	});

	it('leaves out wires that lead nowhere', () => {
		expect(drawCanvas({ ...FLOW, nodes: [node('First', 0)] })).not.toContain('<path');
	});

	it.each([[{}], [null], [{ nodes: [] }]])('has nothing to draw in %j', (workflow) => {
		expect(() => drawCanvas(workflow)).toThrow('nothing to draw');
	});
});
