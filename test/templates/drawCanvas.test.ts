import { drawCanvas } from '../../templates/build/canvas/drawCanvas';

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

	it('leaves out wires that lead nowhere', () => {
		expect(drawCanvas({ ...FLOW, nodes: [node('First', 0)] })).not.toContain('<path');
	});

	it.each([[{}], [null], [{ nodes: [] }]])('has nothing to draw in %j', (workflow) => {
		expect(() => drawCanvas(workflow)).toThrow('nothing to draw');
	});
});
