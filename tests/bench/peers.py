"""The same made card walked by other engines. One that is not installed is left out, and the run says so.

A peer is a function from answers to the end that it reaches. What a peer can build once and use for every route is
built once; what it needs anew for each route is part of the route.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from tests.bench.made import GO, Made

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"

Walker = Callable[[Mapping[str, str]], str]


def peers(card: Made) -> tuple[dict[str, Walker], list[str]]:
    """The walkers of the peers that can be imported, and the names of the others."""
    found, missing = {}, []
    for name, (module, build) in PEERS.items():
        try:
            importlib.import_module(module)
        except ImportError:
            missing.append(name)
        else:
            found[name] = build(card)
    return found, missing


def _transitions(card: Made) -> Walker:
    """A machine with a trigger for each answer."""
    from transitions import Machine

    class Model:
        state = card.start

    model = Model()
    ways = [
        {"trigger": value, "source": node, "dest": to}
        for node, (_, ways) in card.plain.items()
        for value, to in ways.items()
    ]
    states = [*card.plain, *card.outcomes]
    machine = Machine(model, states, card.start, ways, auto_transitions=False)

    def walk(answers: Mapping[str, str]) -> str:
        machine.set_state(card.start)
        while model.state in card.plain:
            getattr(model, answers[card.plain[model.state][0]])()
        return model.state

    return walk


def _statemachine(card: Made) -> Walker:
    """A class with an event for each answer; an instance for each route, as its documentation has it."""
    from statemachine import State, StateMachine

    names = {node: f"n{number}" for number, node in enumerate([*card.plain, *card.outcomes])}
    states = {node: State(node, value=node, initial=node == card.start, final=node not in card.plain) for node in names}
    events: dict[str, Any] = {}
    for node, (_, ways) in card.plain.items():
        for value, to in ways.items():
            way = states[node].to(states[to])
            events[value] = events[value] | way if value in events else way
    body = {names[node]: state for node, state in states.items()}
    machine: Any = type("Laget", (StateMachine,), {**body, **events})

    def walk(answers: Mapping[str, str]) -> str:
        one = machine()
        while (at := one.current_state_value) in card.plain:
            one.send(answers[card.plain[at][0]])
        return str(one.current_state_value)

    return walk


def _zen(card: Made) -> Walker:
    """A decision graph: a switch for each node with a choice, an expression for each end; all answers in one call."""
    import zen

    names = {node: f"n{number}" for number, node in enumerate([*card.plain, *card.outcomes])}
    nodes: list[dict[str, Any]] = [{"id": "inn", "name": "inn", "type": "inputNode"}]
    edges = [{"id": "e", "sourceId": "inn", "targetId": names[card.start], "type": "edge"}]
    for node, (fact, ways) in card.plain.items():
        own = names[node]
        cases = [{"id": f"{own}-{value}", "condition": f"{fact} == '{value}'", "isDefault": False} for value in ways]
        kind: dict[str, Any] = {"type": "switchNode", "content": {"hitPolicy": "first", "statements": cases}}
        nodes.append({"id": own, "name": own, **kind})
        for case, to in zip(cases, ways.values(), strict=True):
            edge = {"id": f"e-{case['id']}", "sourceId": own, "targetId": names[to], "type": "edge"}
            edges.append({**edge, "sourceHandle": str(case["id"])})
    for node in card.outcomes:
        own = names[node]
        said = {"expressions": [{"id": f"{own}-x", "key": "ende", "value": f"'{node}'"}]}
        nodes.append({"id": own, "name": own, "type": "expressionNode", "content": said})
        nodes.append({"id": f"ut-{own}", "name": f"ut-{own}", "type": "outputNode"})
        edges.append({"id": f"e-{own}", "sourceId": own, "targetId": f"ut-{own}", "type": "edge"})
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))

    def walk(answers: Mapping[str, str]) -> str:
        return str(decision.evaluate(dict(answers))["result"]["ende"])

    return walk


def _spiff(card: Made) -> Walker:
    """SpiffWorkflow's bare core: an exclusive choice for each node with a choice, a plain task for the others."""
    from SpiffWorkflow import Workflow
    from SpiffWorkflow.operators import Attrib, Equal
    from SpiffWorkflow.specs import ExclusiveChoice, Simple, WorkflowSpec

    spec = WorkflowSpec("laget", addstart=True)
    tasks: dict[str, Any] = {}
    for node, (_, ways) in card.plain.items():
        tasks[node] = ExclusiveChoice(spec, node) if len(ways) > 1 else Simple(spec, node)
    tasks |= {node: Simple(spec, node) for node in card.outcomes}
    spec.start.connect(tasks[card.start])
    for node, (fact, ways) in card.plain.items():
        if GO in ways:
            tasks[node].connect(tasks[ways[GO]])
            continue
        *firsts, last = ways.items()
        for value, to in firsts:
            tasks[node].connect_if(Equal(Attrib(fact), value), tasks[to])
        tasks[node].connect(tasks[last[1]])

    def walk(answers: Mapping[str, str]) -> str:
        flow = Workflow(spec)
        flow.task_tree.data.update(answers)
        flow.run_all()
        return _end(flow, {node: node for node in card.outcomes})

    return walk


def _spiff_bpmn(card: Made) -> Walker:
    """SpiffWorkflow as its documentation has it: BPMN, with a gateway for each choice and an event for the others."""
    from SpiffWorkflow.bpmn import BpmnWorkflow
    from SpiffWorkflow.bpmn.parser import BpmnParser

    names = {node: f"n{number}" for number, node in enumerate([*card.plain, *card.outcomes])}
    flows = [("inn", names[card.start], "")]
    parts = ['<startEvent id="inn"/>']
    for node, (fact, ways) in card.plain.items():
        parts.append(f'<{"intermediateThrowEvent" if fact == GO else "exclusiveGateway"} id="{names[node]}"/>')
        for value, to in ways.items():
            test = f"<conditionExpression>{fact} == '{value}'</conditionExpression>" if fact != GO else ""
            flows.append((names[node], names[to], test))
    parts += [f'<endEvent id="{names[node]}"/>' for node in card.outcomes]
    parts += [
        f'<sequenceFlow id="f{number}" sourceRef="{one}" targetRef="{to}">{test}</sequenceFlow>'
        for number, (one, to, test) in enumerate(flows)
    ]
    process = f'<process id="laget" isExecutable="true">{"".join(parts)}</process>'
    parser = BpmnParser()
    parser.add_bpmn_str(f'<definitions xmlns="{BPMN}" id="d">{process}</definitions>'.encode())
    spec = parser.get_spec("laget")
    ends = {names[node]: node for node in card.outcomes}

    def walk(answers: Mapping[str, str]) -> str:
        flow = BpmnWorkflow(spec)
        flow.task_tree.data.update(answers)
        flow.do_engine_steps()
        return _end(flow, ends)

    return walk


def _end(flow: Any, ends: Mapping[str, str]) -> str:
    """The one end that a workflow has come to."""
    from SpiffWorkflow.util.task import TaskState

    done = (task.task_spec.name for task in flow.get_tasks(state=TaskState.COMPLETED))
    (end,) = (ends[name] for name in done if name in ends)
    return end


PEERS: dict[str, tuple[str, Callable[[Made], Walker]]] = {
    "transitions": ("transitions", _transitions),
    "python-statemachine": ("statemachine", _statemachine),
    "zen-engine": ("zen", _zen),
    "SpiffWorkflow (BPMN)": ("SpiffWorkflow", _spiff_bpmn),
    "SpiffWorkflow (bare kjernen)": ("SpiffWorkflow", _spiff),
}
