"""The language part: embeddings, attention with rotary positions and a cache, logits."""
import numpy as np
from dimensions import ANSWERED, ASKED, HEAD_DIM, HEADS, HIDDEN, KV_HEADS, LAYERS
from graph_writer import FLOAT, INT64, GraphWriter

MARK = 8.0


def write_embeddings(random, vocabulary, file):
    """The last token of the opening of an answer is marked, and so are the labels: see `write_decoder`."""
    table = random.standard_normal((vocabulary.size, HIDDEN))
    table[:, [ASKED, ANSWERED]] = 0
    table[vocabulary.asking, ASKED] = MARK
    table[vocabulary.labels, ANSWERED] = MARK
    graph = GraphWriter("embed_tokens")
    ids = graph.input("input_ids", INT64, ["batch_size", "sequence_length"])
    graph("Gather", graph.weight(table), ids, name="inputs_embeds")
    graph.output("inputs_embeds", FLOAT, ["batch_size", "sequence_length", HIDDEN])
    graph.save(file)


def write_decoder(random, vocabulary, sections, file):
    """
    `sections` says which of the rows of position_ids turns each frequency: None for one row (Llama), else three (Qwen).
    After the opening of an answer a label is by far the most probable token, and after a label the end of the turn;
    which label it is depends on everything before, through attention.
    """
    graph = GraphWriter("decoder_model_merged")
    hidden = graph.input("inputs_embeds", FLOAT, ["batch_size", "sequence_length", HIDDEN])
    mask = graph.input("attention_mask", INT64, ["batch_size", "total_sequence_length"])
    positions = graph.input("position_ids", INT64, ["batch_size", "sequence_length"] if sections is None else [3, "batch_size", "sequence_length"])
    keep = graph.input("num_logits_to_keep", INT64, [])
    cosine, sine = write_rotation(graph, positions, sections)
    bias = write_mask(graph, hidden, mask)
    for layer in range(LAYERS):
        hidden = write_layer(graph, random, layer, hidden, bias, cosine, sine)
    head = random.standard_normal((HIDDEN, vocabulary.size)) * 0.3
    head[[ASKED, ANSWERED]] = 0
    head[ASKED, vocabulary.labels] = 3
    head[ANSWERED, vocabulary.end_of_turn] = 3
    start = graph("Reshape", graph("Neg", keep), graph.constant([1]))
    kept = graph("Slice", hidden, start, graph.constant([np.iinfo(np.int64).max]), graph.constant([1]))
    graph("MatMul", write_norm(graph, kept), graph.weight(head), name="logits")
    graph.output("logits", FLOAT, ["batch_size", "kept", vocabulary.size])
    graph.save(file)


def write_norm(graph, hidden):
    mean = graph("ReduceMean", graph("Mul", hidden, hidden), axes=[-1], keepdims=1)
    return graph("Div", hidden, graph("Sqrt", graph("Add", mean, graph.weight(1e-6))))


def write_rotation(graph, positions, sections):
    """Cosine and sine of every angle, [batch, 1, sequence, HEAD_DIM]."""
    half = HEAD_DIM // 2
    frequencies = graph.weight(10000.0 ** (-np.arange(half) / half))
    angles = graph("Mul", graph("Unsqueeze", graph("Cast", positions, to=FLOAT), graph.constant([-1])), frequencies)
    if sections is not None:
        rows = graph("Split", angles, graph.constant(sections), axis=-1, outputs=3)
        picked = [graph("Gather", row, graph.constant(i), axis=0) for i, row in enumerate(rows)]
        angles = graph("Concat", *picked, axis=-1)
    angles = graph("Unsqueeze", graph("Concat", angles, angles, axis=-1), graph.constant([1]))
    return graph("Cos", angles), graph("Sin", angles)


def write_mask(graph, hidden, mask):
    """What is added to the scores: nothing where a token may look, a large negative number elsewhere. [batch, 1, sequence, total]"""
    total, new = graph.size(mask, 1), graph.size(hidden, 1)
    scalar = graph.constant([], np.int64)
    zero, one = graph.constant(0), graph.constant(1)
    keys = graph("Range", zero, graph("Reshape", total, scalar), one)
    queries = graph("Range", graph("Reshape", graph("Sub", total, new), scalar), graph("Reshape", total, scalar), one)
    is_past = graph("LessOrEqual", graph("Unsqueeze", keys, graph.constant([0])), graph("Unsqueeze", queries, graph.constant([1])))
    is_real = graph("Unsqueeze", graph("Greater", mask, zero), graph.constant([1, 2]))
    return graph("Where", graph("And", is_past, is_real), graph.weight(0), graph.weight(-1e9))


def write_layer(graph, random, layer, hidden, bias, cosine, sine):
    normed = write_norm(graph, hidden)
    weight = lambda rows, columns, scale: graph.weight(random.standard_normal((rows, columns)) * scale / np.sqrt(rows))
    queries = rotate(graph, split_heads(graph, graph("MatMul", normed, weight(HIDDEN, HEADS * HEAD_DIM, 2)), HEADS), cosine, sine)
    keys = rotate(graph, split_heads(graph, graph("MatMul", normed, weight(HIDDEN, KV_HEADS * HEAD_DIM, 2)), KV_HEADS), cosine, sine)
    values = split_heads(graph, graph("MatMul", normed, weight(HIDDEN, KV_HEADS * HEAD_DIM, 1)), KV_HEADS)
    keys = write_cache(graph, layer, "key", keys)
    values = write_cache(graph, layer, "value", values)
    scores = graph("MatMul", queries, graph("Transpose", share_heads(graph, keys), perm=[0, 1, 3, 2]))
    scores = graph("Add", graph("Mul", scores, graph.weight(HEAD_DIM ** -0.5)), bias)
    mixed = graph("MatMul", graph("Softmax", scores, axis=-1), share_heads(graph, values))
    joined = graph("Reshape", graph("Transpose", mixed, perm=[0, 2, 1, 3]), graph.constant([0, 0, HEADS * HEAD_DIM]))
    out = random.standard_normal((HEADS * HEAD_DIM, HIDDEN)) * 2 / np.sqrt(HIDDEN)
    out[:, [ASKED, ANSWERED]] = 0
    return graph("Add", hidden, graph("MatMul", joined, graph.weight(out)))


def split_heads(graph, tensor, heads):
    return graph("Transpose", graph("Reshape", tensor, graph.constant([0, 0, heads, HEAD_DIM])), perm=[0, 2, 1, 3])


def rotate(graph, tensor, cosine, sine):
    half = HEAD_DIM // 2
    first, second = graph("Split", tensor, graph.constant([half, half]), axis=-1, outputs=2)
    turned = graph("Concat", graph("Neg", second), first, axis=-1)
    return graph("Add", graph("Mul", tensor, cosine), graph("Mul", turned, sine))


def write_cache(graph, layer, kind, new):
    """Puts what is new behind the past and tells both as the present."""
    shape = lambda length: ["batch_size", KV_HEADS, length, HEAD_DIM]
    past = graph.input(f"past_key_values.{layer}.{kind}", FLOAT, shape("past_sequence_length"))
    present = graph("Concat", past, new, axis=2, name=f"present.{layer}.{kind}")
    graph.output(present, FLOAT, shape("total_sequence_length"))
    return present


def share_heads(graph, tensor):
    """Several query heads look at each key head."""
    group = HEADS // KV_HEADS
    one = graph("Unsqueeze", tensor, graph.constant([2]))
    repeated = graph("Concat", *[one] * group, axis=2)
    return graph("Reshape", repeated, graph.constant([0, HEADS, -1, HEAD_DIM]))
