"""Collects the nodes and weights of one ONNX graph."""
import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

FLOAT, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT64, TensorProto.BOOL


class GraphWriter:
    """Each call adds one node and returns the name of its output, or the names where `outputs` says how many."""

    def __init__(self, name):
        self.name, self.nodes, self.weights, self.inputs, self.outputs = name, [], [], [], []

    def __call__(self, op, *inputs, name=None, outputs=1, **attributes):
        first = name or f"{op.lower()}_{len(self.nodes)}"
        made = [first, *(f"{first}_{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(op, list(inputs), made, **attributes))
        return first if outputs == 1 else made

    def input(self, name, kind, shape):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name, kind, shape):
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def constant(self, value, kind=np.int64):
        name = f"constant_{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.asarray(value, dtype=kind), name))
        return name

    def weight(self, value):
        return self.constant(value, np.float32)

    def size(self, tensor, axis):
        """The length of one axis, as a tensor of one number."""
        return self("Gather", self("Shape", tensor), self.constant([axis]), axis=0)

    def save(self, file):
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, self.weights)
        model = helper.make_model(graph, producer_name="make-tiny-vlm", opset_imports=[helper.make_opsetid("", 17)])
        model.ir_version = 8
        checker.check_model(model, full_check=True)
        file.write_bytes(model.SerializeToString())
