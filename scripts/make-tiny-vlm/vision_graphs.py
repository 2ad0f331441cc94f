"""The looking part of each class: pixels to rows that take the place of image tokens."""
import numpy as np
from dimensions import HIDDEN
from graph_writer import BOOL, FLOAT, INT64, GraphWriter

TILE = 16
PATCH = 8
TOKENS_PER_TILE = (TILE // PATCH) ** 2
QWEN_PATCH = 4
QWEN_FRAMES = 2
QWEN_MERGE = 2


def write_tile_encoder(random, file):
    """Idefics3: tiles of one size, some of them padding that must leave no rows."""
    graph = GraphWriter("vision_encoder")
    pixels = graph.input("pixel_values", FLOAT, ["batch_size", "tiles", 3, TILE, TILE])
    mask = graph.input("pixel_attention_mask", BOOL, ["batch_size", "tiles", TILE, TILE])
    grid = TILE // PATCH
    blocks = graph("Reshape", pixels, graph.constant([-1, 3, grid, PATCH, grid, PATCH]))
    patches = graph("Reshape", graph("Transpose", blocks, perm=[0, 2, 4, 1, 3, 5]), graph.constant([-1, TOKENS_PER_TILE, 3 * PATCH * PATCH]))
    rows = graph("MatMul", patches, graph.weight(random.standard_normal((3 * PATCH * PATCH, HIDDEN)) / PATCH))
    rows = graph("Add", rows, graph.weight(random.standard_normal((TOKENS_PER_TILE, HIDDEN))))
    is_kept = graph("ReduceMax", graph("Cast", mask, to=FLOAT), axes=[2, 3], keepdims=0)
    is_kept = graph("Cast", graph("Reshape", is_kept, graph.constant([-1])), to=BOOL)
    graph("Compress", rows, is_kept, axis=0, name="image_features")
    graph.output("image_features", FLOAT, ["kept_tiles", TOKENS_PER_TILE, HIDDEN])
    graph.save(file)


def write_patch_encoder(random, file):
    """Qwen-VL: any number of patches, four of which become one row."""
    graph = GraphWriter("vision_encoder")
    width = 3 * QWEN_FRAMES * QWEN_PATCH**2
    narrow = HIDDEN // QWEN_MERGE**2
    pixels = graph.input("pixel_values", FLOAT, ["patches", width])
    grids = graph.input("image_grid_thw", INT64, ["images", 3])
    patches = graph("MatMul", pixels, graph.weight(random.standard_normal((width, narrow)) * 2 / np.sqrt(width)))
    merged = graph("Reshape", patches, graph.constant([-1, HIDDEN]))
    rows = graph("MatMul", merged, graph.weight(random.standard_normal((HIDDEN, HIDDEN)) / np.sqrt(HIDDEN)))
    sides = graph("Unsqueeze", write_sides(graph, grids, rows), graph.constant([1]))
    graph("Add", rows, graph("Mul", sides, graph.weight(0.01)), name="image_features")
    graph.output("image_features", FLOAT, ["merged_patches", HIDDEN])
    graph.save(file)


def write_sides(graph, grids, rows):
    """For each row the sum of the sides of its own image: its shape counts too, as the positions of the real encoder make it."""
    counts = graph("Div", graph("ReduceProd", grids, axes=[1], keepdims=0), graph.constant(QWEN_MERGE**2))
    ends = graph("CumSum", counts, graph.constant(0))
    total = graph("Reshape", graph.size(rows, 0), graph.constant([], np.int64))
    numbers = graph("Unsqueeze", graph("Range", graph.constant(0), total, graph.constant(1)), graph.constant([1]))
    passed = graph("Cast", graph("LessOrEqual", graph("Unsqueeze", ends, graph.constant([0])), numbers), to=INT64)
    image = graph("ReduceSum", passed, graph.constant([1]), keepdims=0)
    return graph("Gather", graph("Cast", graph("ReduceSum", grids, graph.constant([1]), keepdims=0), to=FLOAT), image)
